using System.Text;
using FlowKernel.Jupyter.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace FlowKernel.Jupyter.Tests.Wire;

/// <summary>Whatever arrives on a socket, the reader gives a message or a reason, and never throws.</summary>
public sealed class AnyFramesTests
{
    private const string Header =
        "{\"msg_id\":\"1\",\"msg_type\":\"execute_request\",\"session\":\"s\",\"username\":\"u\",\"version\":\"5.4\"}";

    private const string Content = "{\"code\":\"1 + 1 // 🙂\",\"silent\":false,\"user_expressions\":{\"a\":\"b\"}}";

    private static readonly Signature Signed = new("a secret key");
    private static readonly Signature Unsigned = new("");

    [Fact]
    public void AnyFramesGiveAMessageOrAReason()
    {
        var frames = ArbMap.Default.ArbFor<byte[][]>().Filter(f => f is not null && f.All(b => b is not null));
        Prop.ForAll(frames, f => GivesMessageOrReason(Signed, f) && GivesMessageOrReason(Unsigned, f))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyFramesAfterTheDelimiterGiveAMessageOrAReason()
    {
        var frames = ArbMap.Default.ArbFor<byte[][]>().Filter(f => f is not null && f.All(b => b is not null));
        Prop.ForAll(frames, f => GivesMessageOrReason(Unsigned, [Frames.Delimiter.ToArray(), [], .. f]))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyTextAsJsonGivesAMessageOrAReason()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(t => t is not null), text => Enumerable.Range(0, 4).All(
            at => GivesMessageOrReason(Unsigned, With(at, Encoding.UTF8.GetBytes(text)))))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AMessageCutAnywhereGivesAMessageOrAReason()
    {
        var content = Encoding.UTF8.GetBytes(Content);
        var header = Encoding.UTF8.GetBytes(Header);
        Assert.All(Enumerable.Range(0, content.Length), n => Assert.NotNull(Refusal(With(3, content[..n]))));
        Assert.All(Enumerable.Range(0, header.Length), n => Assert.NotNull(Refusal(With(0, header[..n]))));
    }

    [Fact]
    public void AMessageWithAnyByteChangedGivesAMessageOrAReason()
    {
        Prop.ForAll(Gen.Choose(0, (200 << 8) + 255).ToArbitrary(), change => Enumerable.Range(0, 4).All(
            part => GivesMessageOrReason(Unsigned, Changed(part, change >> 8, (byte)change))))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(65)]
    public void DeepJsonIsRefused(int depth)
    {
        var deep = $"{{\"code\":{new string('[', depth)}{new string(']', depth)}}}";
        Assert.Equal("its frames are not the JSON of a message", Refusal(With(3, Encoding.UTF8.GetBytes(deep))));
    }

    [Theory]
    [InlineData("{\"msg_id\":\"\\ud800\",\"msg_type\":\"x_request\"}")]
    [InlineData("{\"msg_id\":\"1\",\"msg_type\":\"\\udc00_request\"}")]
    public void AHeaderWithHalfASurrogatePairIsRefused(string header) => Assert.Equal(
        "its frames are not the JSON of a message", Refusal(With(0, Encoding.UTF8.GetBytes(header))));

    [Fact]
    public void AHeaderThatIsNotUtf8IsRefused() => Assert.Equal(
        "its frames are not the JSON of a message",
        Refusal(With(0, [.. "{\"msg_id\":\""u8, 0xC3, 0x28, .. "\",\"msg_type\":\"x_request\"}"u8])));

    [Fact]
    public void ManyFramesOfManyIdentitiesAreStillOneMessage()
    {
        var identities = Enumerable.Range(0, 5_000).Select(i => Encoding.UTF8.GetBytes($"identity {i}"));
        var message = new MessageReader(Unsigned).Read([.. identities, .. With(0, Encoding.UTF8.GetBytes(Header))], out _);
        Assert.Equal(5_000, message?.Identities.Count);
    }

    private static byte[][] With(int at, byte[] json)
    {
        byte[][] parts = [Encoding.UTF8.GetBytes(Header), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()];
        parts[at] = json;
        return [Frames.Delimiter.ToArray(), [], .. parts];
    }

    private static byte[][] Changed(int part, int place, byte value)
    {
        byte[][] frames = [.. With(3, Encoding.UTF8.GetBytes(Content))];
        var bytes = frames[part + 2];
        bytes[place % bytes.Length] = value;
        return frames;
    }

    private static string? Refusal(byte[][] frames)
    {
        new MessageReader(Unsigned).Read(frames, out var refusal);
        return refusal;
    }

    private static bool GivesMessageOrReason(Signature signature, byte[][] frames) =>
        new MessageReader(signature).Read(frames, out var refusal) is null == refusal is not null;
}
