using FlowKernel.Session;

namespace FlowKernel.Recipes;

/// <summary>The recipes about subnets and address ranges.</summary>
public sealed partial class FlowRecipes
{
    /// <summary>Bytes between subnets: SrcSubnet, DestSubnet, L4Protocol, DestPort, TotalBytes.</summary>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    public FlowQuery SubnetTraffic(TimeSpan? last = null) => Query("subnet-traffic", ("last", last));

    /// <summary>
    /// Bytes between two ranges, whichever side opened the flow: SrcIp, DestIp, L4Protocol, DestPort, L7Protocol,
    /// TotalBytes.
    /// </summary>
    /// <param name="prefix1">One range, as address/length; <c>10.1.1.0/27</c> unless given.</param>
    /// <param name="prefix2">The other range; <c>10.1.1.64/27</c> unless given.</param>
    /// <param name="last">How far back to look; 30 days unless given.</param>
    public FlowQuery PrefixTraffic(string? prefix1 = null, string? prefix2 = null, TimeSpan? last = null) =>
        Query("prefix-traffic", ("prefix1", prefix1), ("prefix2", prefix2), ("last", last));

    /// <summary>
    /// Bytes between two ranges over time, as stacked columns: FlowDescription, TimeGenerated, TotalBytes.
    /// </summary>
    /// <param name="prefix1">One range, as address/length; <c>10.1.1.0/27</c> unless given.</param>
    /// <param name="prefix2">The other range; <c>10.1.1.64/27</c> unless given.</param>
    /// <param name="last">How far back to look; 30 days unless given.</param>
    /// <param name="step">The width of a bar; a day unless given.</param>
    public FlowQuery PrefixTrafficOverTime(
        string? prefix1 = null, string? prefix2 = null, TimeSpan? last = null, TimeSpan? step = null) =>
        Query(
            "prefix-traffic-over-time",
            ("prefix1", prefix1), ("prefix2", prefix2), ("last", last), ("step", step));
}
