using System.Collections.Concurrent;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.FlowLogs.Topology;
using static FlowKernel.Specs.Article.EstateFacts;

namespace FlowKernel.Specs.Article;

/// <summary>
/// What the article's queries have to give on the sample, computed from the raw tuples and the topology: no
/// aggregation, enrichment, store or KQL takes part. Sums over tuples are sums over rows, as every tuple is in one row.
/// </summary>
internal static class ArticleTruths
{
    private const string Jumphost = "10.1.1.8";
    private const string Dropbox = "136.144.58.113";

    private static readonly ConcurrentDictionary<Func<Truth>, Truth> Computed = [];

    /// <summary>The answer to a recipe.</summary>
    public static Truth OfRecipe(string name) => Computed.GetOrAdd(ByRecipe[name], compute => compute());

    /// <summary>The answer to the article's own text of a recipe.</summary>
    public static Truth OfArticle(string name) =>
        Computed.GetOrAdd(Verbatim.GetValueOrDefault(name) ?? ByRecipe[name], compute => compute());

    /// <summary>The recipes that have an answer.</summary>
    public static IEnumerable<string> Recipes => ByRecipe.Keys;

    private static IReadOnlyDictionary<string, Func<Truth>> ByRecipe { get; } = new Dictionary<string, Func<Truth>>
    {
        ["public-communications"] = PublicCommunications,
        ["route-tables"] = RouteTables,
        ["vm-traffic"] = () => Truth.Sum(
            OfJumphost, ["SrcIp", "DestIp"], t => [t.Source, t.Destination]),
        ["vm-traffic-geo"] = () => Truth.Sum(
            OfJumphost, ["SrcIp", "DestIp", "PublicIpDetails", "Location"],
            t => [t.Source, t.Destination, .. Owner(t.Destination)]),
        ["vm-peer-over-time"] = () => Truth.Sum(
            OfJumphost.Where(t => t.Destination == Dropbox), ["App", "TimeGenerated"],
            t => [$"{t.L4}{t.Tuple.DestinationPort}", t.Day]),
        ["lb-by-source"] = () => Truth.Sum(Balanced, ["SrcIp"], t => [t.Source]),
        ["lb-over-time"] = () => Truth.Sum(Balanced, ["SrcIp", "TimeGenerated"], t => [t.Source, t.Day]),
        ["lb-by-destination"] = () => Truth.Sum(Balanced, ["DestIp", "TimeGenerated"], t => [t.Destination, t.Day]),
        ["subnet-traffic"] = () => Truth.Sum(
            Last(60).Where(t => Subnet(t.Source) != "" && Subnet(t.Destination) != ""),
            ["SrcSubnet", "DestSubnet", "L4Protocol", "DestPort"],
            t => [Subnet(t.Source), Subnet(t.Destination), t.L4, t.Tuple.DestinationPort]),
        ["prefix-traffic"] = () => Truth.Sum(
            BetweenSubnets, ["SrcIp", "DestIp", "L4Protocol", "DestPort", "L7Protocol"],
            t => [t.Source, t.Destination, t.L4, t.Tuple.DestinationPort, L7(t)]),
        ["prefix-traffic-over-time"] = () => Truth.Sum(
            BetweenSubnets, ["FlowDescription", "TimeGenerated"],
            t => [$"{t.Source}-{t.Destination}-{t.L4}{t.Tuple.DestinationPort}", t.Day]),
        ["expressroute-by-circuit"] = () => Truth.Sum(
            Last(60).Where(t => Circuit(t.Source) + Circuit(t.Destination) != ""), ["Path", "TimeGenerated"],
            t => [$"{Circuit(t.Source)}{Circuit(t.Destination)} at {t.Network}", t.Day]),
        ["onprem-azure-direction"] = Direction,
    };

    // Answers to the article's own text where it asks something else than the recipe.
    private static IReadOnlyDictionary<string, Func<Truth>> Verbatim { get; } = new Dictionary<string, Func<Truth>>
    {
        // isnotnull of a text is always true, so this is the traffic of all networks.
        ["expressroute-by-circuit"] = () => Truth.Sum(
            Last(60), ["TargetResourceName", "TimeGenerated"], t => [t.Network, t.Day]),
    };

    /// <summary>The tuples between the two subnets in the last 30 days, whichever side opened the flow.</summary>
    public static IEnumerable<RawTuple> BetweenSubnets =>
        Last(30).Where(t => IsBetween(t, "10.1.1.0/27", "10.1.1.64/27"));

    private static IEnumerable<RawTuple> OfJumphost => Last(60).Where(t => t.Source == Jumphost);

    private static IEnumerable<RawTuple> Balanced =>
        Last(60).Where(t => IsOfBalancer(t.Source, "web") || IsOfBalancer(t.Destination, "web"));

    // A row's TimeGenerated is the start of its hour.
    private static IEnumerable<RawTuple> Last(int days) =>
        RawTuple.All.Where(t => t.Hour > SampleClock.Now.AddDays(-days));

    private static bool IsBetween(RawTuple t, string a, string b) =>
        (IsIn(t.Source, a) && IsIn(t.Destination, b)) || (IsIn(t.Source, b) && IsIn(t.Destination, a));

    private static Truth PublicCommunications() => Truth.Distinct(
        ["FlowType", "PublicIpDetails", "Location"],
        from ip in RawTuple.All.SelectMany(t => new[] { t.Source, t.Destination }).Distinct()
        let known = Public(ip)
        where known is not null
        select new object[] { known.Value.FlowType, known.Value.Details, known.Value.Location });

    private static Truth RouteTables() => Truth.Distinct(
        ["ResourceGroup", "RouteTableName", "RouteName", "NextHopType", "NextHopIp"],
        from table in SampleEstate.Topology.RouteTables
        from route in table.Routes
        select new object[] { "flowlogs", Name(table), route.Name, route.NextHopType, route.NextHopIp });

    private static string Name(RouteTableEntry table) => table.Id.Split('/')[^1];

    // FlowStartTime is that of the first tuple of a row; rows are hours, and the limit is a full hour.
    private static Truth Direction() => Truth.Sum(
        RawTuple.All.Where(t => t.Tuple.Time > SampleClock.Now.AddHours(-24))
            .Where(t => IsBetween(t, "10.4.0.0/16", "10.1.0.0/16")),
        ["Direction"],
        ["TotalBytesSrcToDest", "TotalBytesDestToSrc"],
        t => [IsIn(t.Source, "10.4.0.0/16") ? "Onprem2Azure" : "Azure2Onprem"],
        t => [t.Tuple.BytesForward, t.Tuple.BytesBackward]);

    private static object[] Owner(string ip) => Public(ip) is { } known ? [known.Details, known.Location] : ["", ""];

    private static string L7(RawTuple t) => t.Tuple.DestinationPort switch
    {
        22 => "ssh",
        80 => "http",
        _ => throw new InvalidOperationException($"Port {t.Tuple.DestinationPort} was not expected here."),
    };
}
