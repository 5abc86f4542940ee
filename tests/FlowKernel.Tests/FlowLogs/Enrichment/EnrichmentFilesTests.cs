using System.Text;
using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.Tests.FlowLogs.Enrichment;

public sealed class EnrichmentFilesTests
{
    private const string Tags = """
        {"changeNumber":1,"cloud":"Public","values":[
          {"name":"AzureCloud","properties":{"region":"","systemService":"",
            "addressPrefixes":["20.60.0.0/16","20.61.0.0/16"]}},
          {"name":"AzureCloud.eastus2","properties":{"region":"eastus2","systemService":"",
            "addressPrefixes":["20.60.0.0/16"]}},
          {"name":"Storage","properties":{"region":"","systemService":"AzureStorage",
            "addressPrefixes":["20.60.0.0/16"]}},
          {"name":"Storage.EastUS2","properties":{"region":"eastus2","systemService":"AzureStorage",
            "addressPrefixes":["20.60.0.0/16","2603:1000::/32"]}},
          {"name":"Sql","properties":{"region":"","systemService":"AzureSQL","addressPrefixes":["20.60.7.0/24"]}}]}
        """;

    [Theory]
    [InlineData("20.60.1.1", "Storage.EastUS2")]
    [InlineData("20.60.7.7", "Sql")]
    [InlineData("20.61.1.1", "AzureCloud")]
    [InlineData("2603:1000::5", "Storage.EastUS2")]
    public async Task LongestPrefixThenRegionalServiceWins(string address, string expected)
    {
        var tags = (await Read(Tags)).OrThrow();

        Assert.True(tags.TryMatch(IpNumber.Parse(address), out var tag));
        Assert.Equal(expected, tag.Name);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"values\":[{\"name\":\"x\"}]}")]
    [InlineData("{\"values\":5}")]
    public async Task OtherJsonIsNoServiceTagsFile(string json) =>
        Assert.Equal("'tags.json' is not a service tags file.", (await Read(json)).Diagnostics[0].Message);

    [Fact]
    public void ThreatLinesMayBeBarePrefixes()
    {
        var threats = ThreatList.Read(
            [
                "# a block list", "", "203.0.113.0/24",
                "198.51.100.7, Phishing, fake shop, shop.example, http://x, 443 ; note",
            ],
            "t").OrThrow();

        Assert.True(threats.TryMatch(IpNumber.Parse("203.0.113.9"), out var bare));
        Assert.Equal(new Threat(), bare);
        Assert.True(threats.TryMatch(IpNumber.Parse("198.51.100.7"), out var full));
        Assert.Equal(new Threat("Phishing", "fake shop", "shop.example", "http://x", 443), full);
    }

    [Fact]
    public void ThreatLineThatIsNoneIsNamed() => Assert.Equal(
        "Line 2 of the threat list 't.csv' begins with 'evil.example'.",
        ThreatList.Read(["1.2.3.4", "evil.example"], "t.csv").Diagnostics[0].Message);

    [Fact]
    public void TopologyMistakesAreNamedAllAtOnce()
    {
        var outcome = NetworkMap.Build(new TopologyFile
        {
            VirtualNetworks =
            [
                new()
                {
                    Id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v",
                    Prefixes = ["10.1.0.0/40"],
                },
                new() { Id = "spoke1" },
            ],
        });

        Assert.Equal(
            [
                "'10.1.0.0/40' of 'g/v' in the topology is not an address prefix.",
                "'spoke1' in the topology is not a resource id.",
            ],
            outcome.Diagnostics.Select(d => d.Message));
    }

    private static async Task<Outcome<PrefixTable<ServiceTag>>> Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await ServiceTags.ReadAsync(stream, "tags.json", TestContext.Current.CancellationToken);
    }
}
