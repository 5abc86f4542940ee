using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class EnrichmentReductionTests
{
    private readonly PlanColumn _ip = Chars("DestIp");
    private readonly PlanColumn _bytes = Long("Bytes");
    private readonly PlanColumn _key = Chars("Ip");
    private readonly PlanColumn _owner = Chars("Owner");

    [Fact]
    public void FlowsAreAddedUpByAddressBeforeTheJoin() => Assert.Equal(
        """
        Aggregate Total = sum(Bytes), Flows = count() by Owner = Owner
          Join LeftOuter on DestIp == Ip
            Scan flows
            Aggregate Owner = take_any(Name) by Ip = Ip
              Scan addresses
        =>
        Aggregate Total = sum(part of Total), Flows = sum(part of Flows) by Owner = Owner
          Join LeftOuter on DestIp == Ip
            Aggregate part of Total = sum(Bytes), part of Flows = count() by DestIp
              Scan flows
            Aggregate Owner = take_any(Name) by Ip = Ip
              Scan addresses
        """,
        PlanChange.Of(new EnrichmentReduction(), Totals(Joined(Flows(), Details()))));

    [Fact]
    public void DetailsWithSeveralRowsAnAddressAreJoinedToFlows()
    {
        var details = new Scan("addresses", [_key, _owner], Here);
        Assert.True(PlanChange.IsNone(new EnrichmentReduction(), Totals(Joined(Flows(), details))));
    }

    [Fact]
    public void AnAverageCannotBeMadeOfAverages()
    {
        var mean = new AggregateCall("avg", [Ref(_bytes)], KqlType.Real, Here);
        var plan = new Aggregate(
            Joined(Flows(), Details()), [new(Chars("Owner"), Ref(_owner))], [new(Real("Mean"), mean)], Here);
        Assert.True(PlanChange.IsNone(new EnrichmentReduction(), plan));
    }

    [Fact]
    public void TheTotalsAreTheSame()
    {
        var flows = Table([_ip, _bytes], ["a", 1L], ["a", 2L], ["b", 4L], ["c", 8L]);
        var (ip, name) = (Chars("Ip"), Chars("Name"));
        var addresses = Table([ip, name], ["a", "A"], ["b", "A"]);
        var details = new Aggregate(addresses, [new(_key, Ref(ip))], [new(_owner, Any(name))], Here);
        var totals = Totals(Joined(flows, details));
        Assert.Equal([" 8 1", "A 7 3"], Runs.Lines(totals.OrderBy(totals.Columns[0])));
    }

    private Scan Flows() => new("flows", [_ip, _bytes], Here);

    private Aggregate Details()
    {
        var (ip, name) = (Chars("Ip"), Chars("Name"));
        return new Aggregate(
            new Scan("addresses", [ip, name], Here), [new(_key, Ref(ip))], [new(_owner, Any(name))], Here);
    }

    private static AggregateCall Any(PlanColumn column) => new("take_any", [Ref(column)], column.Type, Here);

    private Join Joined(Relation flows, Relation details) => new(
        flows, details, JoinKind.LeftOuter, [new JoinKey(Ref(_ip), Ref(_key))], [_ip, _bytes, _key, _owner], Here);

    private Aggregate Totals(Relation joined) => new(
        joined, [new(Chars("Owner"), Ref(_owner))],
        [
            new(Long("Total"), new AggregateCall("sum", [Ref(_bytes)], KqlType.Long, Here)),
            new(Long("Flows"), new AggregateCall("count", [], KqlType.Long, Here)),
        ],
        Here);
}
