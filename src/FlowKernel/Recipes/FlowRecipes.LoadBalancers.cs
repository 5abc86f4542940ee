using FlowKernel.Session;

namespace FlowKernel.Recipes;

/// <summary>The recipes about load balancers.</summary>
public sealed partial class FlowRecipes
{
    /// <summary>Bytes of a load balancer's flows by the side that opened them, as a pie: SrcIp, TotalBytes.</summary>
    /// <param name="lb">A part of the load balancer's name; <c>web</c> unless given.</param>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    public FlowQuery LbBySource(string? lb = null, TimeSpan? last = null) =>
        Query("lb-by-source", ("lb", lb), ("last", last));

    /// <summary>
    /// Bytes of a load balancer's flows by the side that opened them, over time, as bars: SrcIp, TimeGenerated,
    /// TotalBytes.
    /// </summary>
    /// <param name="lb">A part of the load balancer's name; <c>web</c> unless given.</param>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    /// <param name="step">The width of a bar; a day unless given.</param>
    public FlowQuery LbOverTime(string? lb = null, TimeSpan? last = null, TimeSpan? step = null) =>
        Query("lb-over-time", ("lb", lb), ("last", last), ("step", step));

    /// <summary>
    /// Bytes of a load balancer's flows by the side that answered them, over time, as bars: DestIp, TimeGenerated,
    /// TotalBytes.
    /// </summary>
    /// <param name="lb">A part of the load balancer's name; <c>web</c> unless given.</param>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    /// <param name="step">The width of a bar; a day unless given.</param>
    public FlowQuery LbByDestination(string? lb = null, TimeSpan? last = null, TimeSpan? step = null) =>
        Query("lb-by-destination", ("lb", lb), ("last", last), ("step", step));
}
