using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Topology;
using static FlowKernel.DuckDb.Tests.Store.FlowLogText;

namespace FlowKernel.DuckDb.Tests.Store;

/// <summary>The tables beside the flows: details of addresses, and the topology.</summary>
public sealed class FlowImporterDetailsTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AddressesStandOnceInIpDetailsHoweverOftenTheyAreSeen()
    {
        var threats = ThreatList.Read(["203.0.114.9,C2,control server"], "t").OrThrow();
        var options = new ImportOptions { Enrichment = new() { Threats = threats } };
        const string tuple = "1710413941978,10.1.1.70,203.0.114.9,1,443,6,O,E,NX,1,100,2,200";
        await _folder.Import(options, _folder.File("a.json", Blob(Record([tuple]))));

        await _folder.Import(options, _folder.File("b.json", Blob(Record(
            [tuple.Replace("1710413941978", "1710500341978", StringComparison.Ordinal)]))));

        Assert.Equal(
            [
                "203.0.114.9|3405804041|MaliciousFlow|C2|control server|" +
                "2024-03-15 10:00:00|2024-03-14 10:00:00|2024-03-15 11:00:00",
            ],
            _folder.Rows("NTAIpDetails", """
                SELECT Ip, Ip__ip4, FlowType, ThreatType, ThreatDescription, TimeGenerated, FlowIntervalStartTime,
                  FlowIntervalEndTime FROM TABLE
                """));
    }

    [Fact]
    public async Task IpDetailsMayHaveARowForEachInterval()
    {
        var options = new ImportOptions { Settings = new() { IpDetails = IpDetailsRows.PerInterval } };
        var path = _folder.File("a.json", Blob(Record(
        [
            "1710413941978,10.1.1.70,203.0.114.9,1,443,6,O,E,NX,1,100,2,200",
            "1710417541978,10.1.1.70,203.0.114.9,1,443,6,O,E,NX,1,100,2,200",
        ])));
        await _folder.Import(options, path);
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));

        await _folder.Import(options, path);

        Assert.Equal(["2"], _folder.Rows("NTAIpDetails", "SELECT count(*) FROM TABLE"));
    }

    [Fact]
    public async Task TopologyGivesARowForEachResourceAndDay()
    {
        var options = new ImportOptions
        {
            Topology =
            [
                new TopologyFile
                {
                    RouteTables =
                    [
                        new()
                        {
                            Id = "/subscriptions/S/resourceGroups/FlowLogs/providers/Microsoft.X/routeTables/spoke1",
                            Routes =
                            [
                                new()
                                {
                                    Name = "onprem", Prefix = "10.4.0.0/16", NextHopType = "VirtualAppliance",
                                    NextHopIp = "10.0.0.4",
                                },
                            ],
                        },
                    ],
                },
            ],
        };
        var blob = _folder.File("a.json", Blob(Record(Outbound)));
        await _folder.Import(options, blob);
        File.SetLastWriteTimeUtc(blob, new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));

        await _folder.Import(options, blob);

        Assert.Equal(
            ["2024-03-14 00:00:00|Route|flowlogs/spoke1/onprem|VirtualAppliance|10.0.0.4||NTATopologyDetails"],
            _folder.Rows("NTATopologyDetails", """
                SELECT TimeGenerated, AzureResourceType, Name, NextHopType, NextHopIp, Sku, Type FROM TABLE
                WHERE AzureResourceType = 'Route'
                """));
    }
}
