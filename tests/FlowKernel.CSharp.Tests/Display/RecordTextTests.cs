using System.Collections.Immutable;
using FlowKernel.CSharp.Display;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests.Display;

public sealed class RecordTextTests
{
    private static readonly DateTime Noon = new(2024, 4, 27, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<object, string> Records => new()
    {
        { new Peer("a", null), "Peer { Ip = a, Way = null }" },
        { new { A = (string?)null, B = 1.5 }, "{ A = null, B = 1.5 }" },
        { new { }, "{ }" },
        { (true, Noon, (string?)null, 1.5), "(true, 2024-04-27 12:00:00, null, 1.5)" },
        { Tuple.Create("a", new Peer("b", null)), "(a, Peer { Ip = b, Way = null })" },
        { new { Both = (1, Noon) }, "{ Both = (1, 2024-04-27 12:00:00) }" },
        { new Seen(Noon), "Seen { At = 2024-04-27 12:00:00 }" },
        { new { At = DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified) }, "{ At = 2024-04-27 12:00:00 }" },
        { new Pair<int>(1, new Peer("a", "b")), "Pair { First = 1, Second = Peer { Ip = a, Way = b } }" },
        { new Point(1), "Point { X = 1 }" },
        { new Spoken(1), "says 1" },
        { new Partly(1), "Partly { one }" },
        { new Link("a") { Next = new Link("b") }, "Link { Name = a, Next = Link { Name = b, Next = null } }" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void ARecordsTextIsTheCompilersWithValuesAsTablesShowThem(object value, string text)
    {
        Assert.Equal(text, ValueDisplay.Of(value).Text(MimeTypes.Plain));
        Assert.Equal(text, BriefText.Of(value));
    }

    [Fact]
    public void ARecordThatHoldsItselfEnds()
    {
        var ring = new Link("a");
        ring.Next = ring;
        Assert.EndsWith("Next = Link { … } } } } }", BriefText.Of(ring), StringComparison.Ordinal);
    }

    [Fact]
    public void ATimeLooksTheSameInATableAListAndARecord()
    {
        const string Text = "2024-04-27 12:00:00";
        Assert.Equal(Text, BriefText.Of(Noon));
        Assert.Equal($"[{Text}]", BriefText.Of(ImmutableArray.Create(Noon)));
        Assert.Contains(Text, ValueDisplay.Of(new[] { Noon }).Text(MimeTypes.Plain), StringComparison.Ordinal);
        Assert.Contains(Text, ValueDisplay.Of(new Seen(Noon)).Text(MimeTypes.Html), StringComparison.Ordinal);
    }

    private sealed record Peer(string Ip, string? Way);

    private sealed record Seen(DateTime At);

    private sealed record Pair<T>(T First, object Second);

    private readonly record struct Point(int X);

    private sealed record Spoken(int Value)
    {
        public override string ToString() => $"says {Value}";
    }

    private sealed record Partly(int Value)
    {
        private bool PrintMembers(System.Text.StringBuilder text) => text.Append("one").Length > 0;
    }

    private sealed record Link(string Name)
    {
        public Link? Next { get; set; }
    }
}
