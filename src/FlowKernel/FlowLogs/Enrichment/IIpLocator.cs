using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>
/// Tells where a public address is and who holds it, such as from a GeoIP database. Safe for many callers.
/// </summary>
public interface IIpLocator
{
    /// <summary>What is known of the address, or null.</summary>
    IpLocation? Find(IpNumber address);
}
