using FlowKernel.Text;

namespace FlowKernel.Tests.Text;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("DestIpp", "DestIp")]
    [InlineData("destip", "DestIp")]
    [InlineData("DetsIp", "DestIp")]
    [InlineData("SrcIp", "SrcIp")]
    public void TheNameWithTheFewestErrorsIsFound(string name, string expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["SrcPorts", "DestIp", "SrcIp"]));

    [Theory]
    [InlineData("Country")]
    [InlineData("")]
    public void AnUnlikeNameHasNoNearest(string name) =>
        Assert.Null(NearestName.Find(name, ["DestIp", "SrcPorts"]));

    [Theory]
    [InlineData("n", null)]
    [InlineData("X", "x")]
    [InlineData("xx", "x")]
    [InlineData("it", "ip")]
    public void AtLeastOneLetterMustBeRight(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["x", "ip"]));
}
