using FlowKernel.CSharp.Typed;

namespace FlowKernel.CSharp.Tests.Typed;

public sealed class PropertyNamesTests
{
    [Theory]
    [InlineData("TotalBytes", "TotalBytes")]
    [InlineData("class", "@class")]
    [InlineData("record", "record")]
    [InlineData("Total Bytes", "Total_Bytes")]
    [InlineData("a.b", "a_b")]
    [InlineData("$table", "_table")]
    [InlineData("95th", "_95th")]
    [InlineData("", "Column1")]
    [InlineData(" ", "Column1")]
    [InlineData("größe", "größe")]
    [InlineData("流量", "流量")]
    [InlineData("a\u200db", "a_b")]
    [InlineData("💥", "__")]
    [InlineData("ToString", "ToString_2")]
    [InlineData("Clone", "Clone_2")]
    [InlineData("FlowsRow", "FlowsRow_2")]
    public void AColumnsNameBecomesAProperty(string column, string expected) =>
        Assert.Equal(expected, Assert.Single(PropertyNames.Of([column], "FlowsRow")));

    [Fact]
    public void AVeryLongNameIsCutSoThatDotNetTakesIt() => Assert.Equal(
        [new string('流', 250), new string('流', 250) + "_2"], PropertyNames.Of([new string('流', 1000), new string('流', 1100)]));

    [Fact]
    public void NamesThatComeOutTheSameGetANumber() => Assert.Equal(
        ["a_b", "a_b_2", "a_b_3", "A_b", "a_b_2_2"], PropertyNames.Of(["a b", "a.b", "a_b", "A_b", "a_b_2"]));
}
