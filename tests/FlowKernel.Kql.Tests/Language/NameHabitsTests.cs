using FlowKernel.Kql.Language;

namespace FlowKernel.Kql.Tests.Language;

public class NameHabitsTests
{
    private static readonly string[] Names =
        ["SrcIp", "DestIp", "DestPort", "L4Protocol", "TimeGenerated", "BytesSrcToDest", "BytesDestToSrc", "FlowType"];

    [Theory]
    [InlineData("SourceIP", "Did you mean 'SrcIp'?")]
    [InlineData("source_address", "Did you mean 'SrcIp'?")]
    [InlineData("dst_port", "Did you mean 'DestPort'?")]
    [InlineData("destination.port", "Did you mean 'DestPort'?")]
    [InlineData("Timestamp", "Did you mean 'TimeGenerated'?")]
    [InlineData("Protocol", "Did you mean 'L4Protocol'?")]
    [InlineData("FlwType", "Did you mean 'FlowType'?")]
    [InlineData("Bytes", "Did you mean 'BytesDestToSrc' or 'BytesSrcToDest'?")]
    [InlineData("Colour", null)]
    public void OtherWordsForTheSameAreFound(string written, string? offer) => Assert.Equal(offer, NameHabits.Offer(written, Names));
}
