using FlowKernel.Session;

namespace FlowKernel.Recipes;

/// <summary>The recipes about one virtual machine.</summary>
public sealed partial class FlowRecipes
{
    /// <summary>Bytes for each address that a machine opened connections to: SrcIp, DestIp, TotalBytes.</summary>
    /// <param name="ip">The machine's private address; <c>10.1.1.8</c> unless given.</param>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    public FlowQuery VmTraffic(string? ip = null, TimeSpan? last = null) =>
        Query("vm-traffic", ("ip", ip), ("last", last));

    /// <summary>
    /// As <see cref="VmTraffic"/>, with the owner and the place of public addresses: SrcIp, DestIp, PublicIpDetails,
    /// Location, TotalBytes.
    /// </summary>
    /// <param name="ip">The machine's private address; <c>10.1.1.8</c> unless given.</param>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    public FlowQuery VmTrafficGeo(string? ip = null, TimeSpan? last = null) =>
        Query("vm-traffic-geo", ("ip", ip), ("last", last));

    /// <summary>
    /// Bytes from a machine to one peer by protocol and port over time, as a column chart: App, TimeGenerated,
    /// TotalBytes.
    /// </summary>
    /// <param name="ip">The machine's private address; <c>10.1.1.8</c> unless given.</param>
    /// <param name="peer">The other address; <c>136.144.58.113</c> unless given.</param>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    /// <param name="step">The width of a bar; a day unless given.</param>
    public FlowQuery VmPeerOverTime(
        string? ip = null, string? peer = null, TimeSpan? last = null, TimeSpan? step = null) =>
        Query("vm-peer-over-time", ("ip", ip), ("peer", peer), ("last", last), ("step", step));
}
