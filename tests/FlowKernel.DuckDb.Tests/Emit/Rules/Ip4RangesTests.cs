using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public class Ip4RangesTests
{
    private const string Sql =
        "(VALUES ('10.1.1.5', 167837957::UINTEGER), ('10.1.1.70', 167838022), ('::1', NULL)) AS t(ip, ip__ip4)";

    private readonly PlanColumn _ip = Chars("ip");

    [Fact]
    public void ARangeOfAScannedColumnComparesNumbers()
    {
        var plan = Scan().Where(InRange(_ip, "10.1.1.0/27"));

        Assert.Contains("(\"ip__ip4\" BETWEEN 167837952 AND 167837983)", Emit(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void TheNumbersTravelThroughRenamesAndSubqueries()
    {
        var (renamed, flag) = (Chars("address"), new PlanColumn("flag", KqlType.Bool));
        var plan = Scan().First(9).Select((renamed, Ref(_ip))).OrderBy(renamed).First(5)
            .Select((renamed, Ref(renamed)), (flag, InRange(renamed, "10.1.1.64/27"))).Where(Ref(flag));

        Assert.Contains("BETWEEN 167838016 AND 167838047", Emit(plan), StringComparison.Ordinal);
        Assert.DoesNotContain("ipv4", Emit(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void ExtendedFlagsProfitWhereAFilterReadsThem()
    {
        var flag = new PlanColumn("flag", KqlType.Bool);
        var plan = Scan().Select((_ip, Ref(_ip)), (flag, InRange(_ip, "10.1.1.0/27"))).Where(Ref(flag));

        Assert.Contains("BETWEEN 167837952 AND 167837983", Emit(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAddressThatIsNoIpv4GivesNull()
    {
        var flag = new PlanColumn("flag", KqlType.Bool);
        var plan = Scan().Select((_ip, Ref(_ip)), (flag, InRange(_ip, "10.1.1.0/27")));

        Assert.Equal(
            ["10.1.1.5 True", "10.1.1.70 False", "::1 null"],
            Runs.Lines(plan, Catalog()));
    }

    [Theory]
    [InlineData("10.1.1.5")]
    [InlineData("10.1.1.5/32")]
    [InlineData("0.0.0.0/0")]
    public void AnyIpv4PrefixIsARange(string prefix)
    {
        Assert.Contains(" BETWEEN ", Emit(Scan().Where(InRange(_ip, prefix))), StringComparison.Ordinal);
    }

    private static string Emit(Relation plan) => Runs.Emit(plan, Catalog()).Sql;

    private static Runs.OneTable Catalog() => new(
        new TableSource(new TableSchema("T", [new("ip", KqlType.String)]), Sql)
        {
            Ip4Columns = new Dictionary<string, string> { ["ip"] = "ip__ip4" },
            HasNullText = false,
        });

    private static Call InRange(PlanColumn column, string prefix) =>
        Call("ipv4_is_in_range", KqlType.Bool, Ref(column), Value(prefix));

    private Scan Scan() => new("T", [_ip], Here);
}
