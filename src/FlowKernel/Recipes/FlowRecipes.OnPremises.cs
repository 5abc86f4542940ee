using FlowKernel.Session;

namespace FlowKernel.Recipes;

/// <summary>The recipes about on-premises traffic.</summary>
public sealed partial class FlowRecipes
{
    /// <summary>
    /// Bytes over ExpressRoute by circuit and by the network that logged them, over time, as columns: Path,
    /// TimeGenerated, TotalBytes.
    /// </summary>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    /// <param name="step">The width of a bar; a day unless given.</param>
    public FlowQuery ExpressRouteByCircuit(TimeSpan? last = null, TimeSpan? step = null) =>
        Query("expressroute-by-circuit", ("last", last), ("step", step));

    /// <summary>
    /// Bytes each way between on-premises and Azure by the side that opened the flow, as columns: Direction,
    /// TotalBytesSrcToDest, TotalBytesDestToSrc.
    /// </summary>
    /// <param name="onprem">The range of the site; <c>10.4.0.0/16</c> unless given.</param>
    /// <param name="azure">The range in Azure; <c>10.1.0.0/16</c> unless given.</param>
    /// <param name="last">How far back to look; 24 hours unless given.</param>
    public FlowQuery OnpremAzureDirection(string? onprem = null, string? azure = null, TimeSpan? last = null) =>
        Query("onprem-azure-direction", ("onprem", onprem), ("azure", azure), ("last", last));
}
