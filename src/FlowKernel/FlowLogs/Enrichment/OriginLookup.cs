using FlowKernel.FlowLogs.Aggregation;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>
/// Says what follows from where flows were captured. Some blobs have no targetResourceID, or <c>-</c>: then the
/// topology's network of the MAC address stands in. Remembers its answers; safe for many callers.
/// </summary>
internal sealed class OriginLookup
{
    private const int MostRemembered = 100_000;

    private static readonly (string Type, string Name)[] Types =
    [
        ("virtualnetworks", "VirtualNetwork"),
        ("virtualnetworks/subnets", "Subnet"),
        ("networkinterfaces", "NetworkInterface"),
    ];

    private readonly NetworkMap _map;
    private readonly Remembered<FlowOrigin, OriginColumns> _known;

    public OriginLookup(NetworkMap map)
    {
        _map = map;
        _known = new(MostRemembered, Look);
    }

    public OriginColumns Find(FlowOrigin origin) => _known[origin];

    private OriginColumns Look(FlowOrigin origin)
    {
        var target = AzureResourceId.TryParse(origin.TargetResourceId);
        var network = _map.NetworkOfMac(origin.MacAddress);
        if (network == "")
            network = NetworkOf(target);
        return new(
            network,
            AzureResourceId.TryParse(origin.FlowLogResourceId)?.GroupAndName ?? "",
            target?.FullName ?? network,
            TypeOf(target, network),
            _map.AclGroup(origin.AclId));
    }

    private static string TypeOf(AzureResourceId? target, string network) => target is not null
        ? Types.FirstOrDefault(t => t.Type == target.Type).Name ?? ""
        : network == "" ? "" : Types[0].Name;

    private static string NetworkOf(AzureResourceId? target) =>
        target is not null && target.Type.StartsWith("virtualnetworks", StringComparison.Ordinal)
            ? $"{target.Subscription}/{target.ResourceGroup}/{target.Name.Split('/')[0]}"
            : "";
}
