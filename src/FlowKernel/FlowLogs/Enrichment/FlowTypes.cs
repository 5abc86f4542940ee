using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>The category of a flow, from what its two ends are.</summary>
/// <remarks>https://learn.microsoft.com/azure/network-watcher/traffic-analytics-schema#notes</remarks>
internal static class FlowTypes
{
    // One end is in a network; the other decides.
    private static readonly (EndpointKind Other, string FlowType)[] FromNetwork =
    [
        (EndpointKind.VpnClient, "P2S"),
        (EndpointKind.Site, "S2S"),
        (EndpointKind.AzurePublic, "AzurePublic"),
        (EndpointKind.ExternalPublic, "ExternalPublic"),
        (EndpointKind.MaliciousPublic, "MaliciousFlow"),
        (EndpointKind.Private, "UnknownPrivate"),
    ];

    public static string Of(Endpoint source, Endpoint destination)
    {
        if (source.Kind != EndpointKind.Network)
            (source, destination) = (destination, source);
        if (source.Kind != EndpointKind.Network)
            return "Unknown";
        if (destination.Kind == EndpointKind.Network)
            return source.Network == destination.Network ? "IntraVNet" : "InterVNet";
        return FromNetwork.First(f => f.Other == destination.Kind).FlowType;
    }

    /// <summary>The category that NTAIpDetails gives to a public address.</summary>
    public static string OfPublic(EndpointKind kind) => FromNetwork.First(f => f.Other == kind).FlowType;
}
