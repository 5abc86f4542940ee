namespace FlowKernel.FlowLogs.Topology;

/// <summary>The way from Azure to an address outside.</summary>
/// <param name="ConnectionType"><c>ExpressRoute</c> or <c>VpnGateway</c>.</param>
/// <param name="ConnectionName">The connection, <c>subscription/group/name</c>; for VPN clients the gateway.</param>
/// <param name="ExpressRouteCircuit">The circuit, or empty.</param>
/// <param name="PeeringType">The circuit's peering type, or empty.</param>
/// <param name="LocalNetworkGateway">The local network gateway, or empty.</param>
public sealed record SitePlace(
    string ConnectionType,
    string ConnectionName,
    string ExpressRouteCircuit = "",
    string PeeringType = "",
    string LocalNetworkGateway = "");
