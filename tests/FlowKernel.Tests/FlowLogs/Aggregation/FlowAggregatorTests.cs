using System.Text;
using FlowKernel.FlowLogs.Aggregation;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.Tests.FlowLogs.Reading;

namespace FlowKernel.Tests.FlowLogs.Aggregation;

public sealed class FlowAggregatorTests
{
    private static readonly FlowOrigin Origin = new("6045BDBA5272", "", "", "acl", "rule");

    [Fact]
    public void SourcePortsFoldIntoOneRow()
    {
        var flow = Assert.Single(Aggregate(
            "1710413935827,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,0,0,0,0",
            "1710413935827,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,0,0,0,0",
            "1710413941978,10.1.1.70,10.1.1.4,48954,80,6,O,E,NX,6,754,4,730",
            "1710413965826,10.1.1.70,10.1.1.4,55490,80,6,O,E,NX,3,406,3,614"));

        Assert.Equal("48954|55490", flow.Sums.SourcePortList);
        Assert.Equal((4, 2, 2, 0), (flow.Sums.Tuples, flow.Sums.Begun, flow.Sums.Ended, flow.Sums.Denied));
        Assert.Equal((9, 1160), (flow.Sums.PacketsForward, flow.Sums.BytesForward));
        Assert.Equal((7, 1344), (flow.Sums.PacketsBackward, flow.Sums.BytesBackward));
        Assert.Equal((1710413935827, 1710413965826), (flow.Sums.First, flow.Sums.Last));
        Assert.Equal(new DateTime(2024, 3, 14, 10, 0, 0, DateTimeKind.Utc), flow.Key.IntervalStart);
    }

    [Theory]
    [InlineData("1710413941978,10.1.1.71,10.1.1.4,1,80,6,O,C,NX,1,1,1,1")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.5,1,80,6,O,C,NX,1,1,1,1")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,81,6,O,C,NX,1,1,1,1")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,80,17,O,C,NX,1,1,1,1")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,80,6,I,C,NX,1,1,1,1")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,C,X,1,1,1,1")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,D,NX,0,0,0,0")]
    [InlineData("1710414000000,10.1.1.70,10.1.1.4,1,80,6,O,C,NX,1,1,1,1")]
    public void EveryPartOfTheKeyMakesARowOfItsOwn(string other) => Assert.Equal(
        2, Aggregate("1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,C,NX,1,1,1,1", other).Count);

    [Fact]
    public void RuleAndInterfaceMakeRowsOfTheirOwn()
    {
        var aggregator = new FlowAggregator(TimeSpan.FromHours(1));
        var tuple = Parse("1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,C,NX,1,1,1,1");

        aggregator.Add(Origin, tuple);
        aggregator.Add(Origin with { Rule = "other" }, tuple);
        aggregator.Add(Origin with { MacAddress = "other" }, tuple);
        aggregator.Add(Origin with { }, tuple);

        Assert.Equal(3, aggregator.Flows.Count());
    }

    [Fact]
    public void TenMinuteIntervalsSplitTheHour()
    {
        var aggregator = new FlowAggregator(TimeSpan.FromMinutes(10));
        for (var minute = 0; minute < 60; minute++)
        {
            aggregator.Add(Origin, Parse("1710410400000,10.1.1.70,10.1.1.4,1,80,6,O,C,NX,1,1,1,1") with
            {
                TimestampMilliseconds = 1710410400000 + (minute * 60_000),
            });
        }

        Assert.Equal(6, aggregator.Flows.Count());
        Assert.All(aggregator.Flows, f => Assert.Equal(10, f.Sums.Tuples));
    }

    [Fact]
    public void SourcePortsAreBoundedAndCountersAreNot()
    {
        var tuples = Enumerable.Range(1, 5000)
            .Select(port => $"1710413941978,10.1.1.70,10.1.1.4,{port},80,6,O,E,NX,1,60,0,0").ToArray();

        var flow = Assert.Single(Aggregate(tuples));

        Assert.Equal(SourcePorts.Limit, flow.Sums.SourcePortList.Split('|').Length);
        Assert.Equal((5000, 300_000), (flow.Sums.Ended, flow.Sums.BytesForward));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void TotalsAreConservedForAnyTuples(int seed)
    {
        var random = new Random(seed);
        var aggregator = new FlowAggregator(TimeSpan.FromMinutes(10));
        var tuples = Enumerable.Range(0, 5000).Select(_ => RandomTuples.Next(random)).ToList();
        foreach (var tuple in tuples)
            aggregator.Add(Origin, tuple);

        var flows = aggregator.Flows.ToList();

        Assert.InRange(flows.Count, 2, tuples.Count - 1);
        Assert.Equal(tuples.Sum(t => t.PacketsForward), flows.Sum(f => f.Sums.PacketsForward));
        Assert.Equal(tuples.Sum(t => t.BytesForward), flows.Sum(f => f.Sums.BytesForward));
        Assert.Equal(tuples.Sum(t => t.PacketsBackward), flows.Sum(f => f.Sums.PacketsBackward));
        Assert.Equal(tuples.Sum(t => t.BytesBackward), flows.Sum(f => f.Sums.BytesBackward));
        Assert.Equal(tuples.Count, flows.Sum(f => f.Sums.Tuples));
        Assert.All(flows, f => Assert.InRange(
            f.Sums.First, new DateTimeOffset(f.Key.IntervalStart).ToUnixTimeMilliseconds(), f.Sums.Last));
    }

    private static List<AggregatedFlow> Aggregate(params string[] tuples)
    {
        var aggregator = new FlowAggregator(TimeSpan.FromHours(1));
        foreach (var tuple in tuples)
            aggregator.Add(Origin, Parse(tuple));
        return [.. aggregator.Flows];
    }

    private static FlowTuple Parse(string text)
    {
        Assert.True(FlowTupleParser.TryParse(Encoding.UTF8.GetBytes(text), out var tuple));
        return tuple;
    }
}
