using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.Tests.FlowLogs.Topology;

public sealed class TopologyFileJsonTests
{
    [Fact]
    public void WrittenFilesComeBack()
    {
        var topology = new TopologyFile
        {
            VirtualNetworks = [new() { Id = "/a", Subnets = [new() { Name = "web", Prefixes = ["10.1.1.0/27"] }] }],
            ExpressRouteCircuits = [new() { Id = "/b", Prefixes = ["10.4.0.0/16"], BandwidthMbps = 500 }],
        };

        var json = TopologyFileJson.Write(topology);

        Assert.Equal(json, TopologyFileJson.Write(TopologyFileJson.Read(json, "t.json").OrThrow()));
        Assert.Contains("\"10.4.0.0/16\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void MisspeltPropertyPointsAtItsLine()
    {
        var outcome = TopologyFileJson.Read("{\n  \"virtualNetwork\": []\n}", "t.json");

        Assert.Equal("FK0601", outcome.Diagnostics[0].Code);
        Assert.Equal(
            "The topology file 't.json' has a mistake on line 2, at $.virtualNetwork.", outcome.Diagnostics[0].Message);
    }

    [Fact]
    public async Task MissingFileIsNamed()
    {
        var outcome = await TopologyFileJson.ReadFileAsync("/nowhere/t.json", TestContext.Current.CancellationToken);

        Assert.Equal("There is no topology file at '/nowhere/t.json'.", outcome.Diagnostics[0].Message);
    }

    [Theory]
    [InlineData(
        "/SUBSCRIPTIONS/S1/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.NETWORK/NETWORKWATCHERS/NW/FLOWLOGS/F", "rg/nw/f")]
    [InlineData("/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/Spoke1", "rg/spoke1")]
    public void ResourceIdsHaveLowerCaseShortShapes(string id, string expected)
    {
        Assert.Equal(expected, AzureResourceId.TryParse(id)?.GroupAndName);
        Assert.Equal("s1/" + expected, AzureResourceId.TryParse(id)?.FullName);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a43a8170-2b9b-4f0f-a19e-11cacfcaa51f")]
    [InlineData("/subscriptions/s1/resourceGroups/rg")]
    public void OtherTextIsNoResourceId(string? id) => Assert.Null(AzureResourceId.TryParse(id));
}
