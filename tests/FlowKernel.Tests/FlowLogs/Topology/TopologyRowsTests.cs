using FlowKernel.FlowLogs;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.FlowLogs.Topology;
using FlowKernel.Results;

namespace FlowKernel.Tests.FlowLogs.Topology;

public sealed class TopologyRowsTests
{
    private static readonly DateTime Day = new(2024, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void EveryColumnIsInTheTableWithItsType()
    {
        var types = FlowLogTables.TopologyDetails.Columns.ToDictionary(c => c.Name, c => c.Type.ClrType());

        foreach (var row in TopologyRows.Of(SampleEstate.Topology, Day))
            Assert.All(row.Columns, c => Assert.Equal(types[c.Key], c.Value.GetType()));
    }

    [Fact]
    public void RoutesAreNamedByGroupTableAndRoute()
    {
        var file = new TopologyFile
        {
            RouteTables =
            [
                new()
                {
                    Id = "/subscriptions/S/resourceGroups/FlowLogs/providers/Microsoft.Network/routeTables/Spoke1",
                    Routes = [new() { Name = "Default", Prefix = "0.0.0.0/0", NextHopType = "Internet" }],
                },
            ],
        };

        var rows = TopologyRows.Of(file, Day).ToList();

        Assert.Equal(["RouteTable flowlogs/spoke1", "Route flowlogs/spoke1/default"],
            rows.Select(r => $"{r.Columns["AzureResourceType"]} {r.Columns["Name"]}"));
        Assert.False(rows[1].Columns.ContainsKey("NextHopIp"));
    }
}
