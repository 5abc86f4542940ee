using FlowKernel.FlowLogs.Rows;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>Fills the columns that say what the two ends of a flow are.</summary>
internal static class EndpointColumns
{
    public static NetAnalyticsRow Fill(NetAnalyticsRow row, Endpoint source, Endpoint destination, NetworkMap map)
    {
        var (connectionType, connectionName) = Connection(row, source, destination, map);
        var endpoint = source.PrivateEndpoint ?? destination.PrivateEndpoint;
        return row with
        {
            FlowType = FlowTypes.Of(source, destination),
            SrcSubscription = source.Subscription,
            DestSubscription = destination.Subscription,
            SrcRegion = source.Region,
            DestRegion = destination.Region,
            SrcSubnet = source.Subnet,
            DestSubnet = destination.Subnet,
            SrcNic = source.Nic,
            DestNic = destination.Nic,
            SrcVm = source.Vm,
            DestVm = destination.Vm,
            SrcLoadBalancer = source.LoadBalancer,
            DestLoadBalancer = destination.LoadBalancer,
            SrcApplicationGateway = source.ApplicationGateway,
            DestApplicationGateway = destination.ApplicationGateway,
            SrcExpressRouteCircuit = source.Site?.ExpressRouteCircuit ?? "",
            DestExpressRouteCircuit = destination.Site?.ExpressRouteCircuit ?? "",
            ExpressRouteCircuitPeeringType = (source.Site ?? destination.Site)?.PeeringType ?? "",
            SrcLocalNetworkGateway = source.Site?.LocalNetworkGateway ?? "",
            DestLocalNetworkGateway = destination.Site?.LocalNetworkGateway ?? "",
            ConnectionType = connectionType,
            ConnectionName = connectionName,
            PrivateEndpointResourceId = endpoint?.Name ?? "",
            PrivateLinkResourceId = endpoint?.TargetId ?? "",
            PrivateLinkResourceName = endpoint?.TargetName ?? "",
        };
    }

    private static (string Type, string Name) Connection(
        NetAnalyticsRow row, Endpoint source, Endpoint destination, NetworkMap map)
    {
        var (end, ip) = source.Site is not null ? (source, row.SrcIp) : (destination, row.DestIp);
        if (end.Site is { } site)
        {
            var client = end.Kind == EndpointKind.VpnClient ? $"_{ip}" : "";
            return (site.ConnectionType, site.ConnectionName + client);
        }

        return source.Kind == EndpointKind.Network && destination.Kind == EndpointKind.Network &&
            map.TryFindPeering(source.Network, destination.Network, out var peering)
            ? ("VNetPeering", peering)
            : ("", "");
    }
}
