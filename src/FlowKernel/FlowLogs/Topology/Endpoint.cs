namespace FlowKernel.FlowLogs.Topology;

/// <summary>What is known of an address, in the shapes of NTANetAnalytics' columns. Texts are never null.</summary>
public sealed record Endpoint
{
    /// <summary>What the address is.</summary>
    public required EndpointKind Kind { get; init; }

    /// <summary>Its virtual network, <c>subscription/group/name</c>.</summary>
    public string Network { get; init; } = "";

    /// <summary>Its subnet, <c>group/network/subnet</c>.</summary>
    public string Subnet { get; init; } = "";

    /// <summary>Its subscription's id.</summary>
    public string Subscription { get; init; } = "";

    /// <summary>Its Azure region.</summary>
    public string Region { get; init; } = "";

    /// <summary>Its network interface, <c>group/name</c>.</summary>
    public string Nic { get; init; } = "";

    /// <summary>Its virtual machine, <c>group/name</c>.</summary>
    public string Vm { get; init; } = "";

    /// <summary>The load balancer that it is a frontend or a backend of.</summary>
    public string LoadBalancer { get; init; } = "";

    /// <summary>The application gateway that it is a frontend or a backend of.</summary>
    public string ApplicationGateway { get; init; } = "";

    /// <summary>The private endpoint that it is, or null.</summary>
    public PrivateEndpointPlace? PrivateEndpoint { get; init; }

    /// <summary>The way to it, when it is at a customer site or a VPN client; or null.</summary>
    public SitePlace? Site { get; init; }

    /// <summary>Who holds it, when it is public; or null.</summary>
    public PublicOwner? Owner { get; init; }

    /// <summary>True for any public address.</summary>
    public bool IsPublic =>
        Kind is EndpointKind.AzurePublic or EndpointKind.ExternalPublic or EndpointKind.MaliciousPublic;
}
