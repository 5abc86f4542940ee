namespace FlowKernel.FlowLogs.Topology;

/// <summary>What an address is, as far as flow types go.</summary>
public enum EndpointKind
{
    /// <summary>A private address that nothing maps.</summary>
    Private,

    /// <summary>Inside a virtual network.</summary>
    Network,

    /// <summary>A point-to-site VPN client.</summary>
    VpnClient,

    /// <summary>At a customer site behind ExpressRoute or VPN.</summary>
    Site,

    /// <summary>A public address of Azure.</summary>
    AzurePublic,

    /// <summary>A public address outside Azure, or of a customer's own resource.</summary>
    ExternalPublic,

    /// <summary>A public address in the threat list.</summary>
    MaliciousPublic,
}
