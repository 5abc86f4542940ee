using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample.Estate;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>
/// Follows a conversation through the estate: which interfaces log it, in order. The opener's logs it as outbound, the
/// firewall's when it passes, the answerer's as inbound; a flow that is denied ends there. Private endpoints have no
/// interface of their own and log nothing.
/// </summary>
internal sealed class Trace
{
    private static readonly IpNumber FirewallIp = IpNumber.Parse(SampleHosts.FirewallIp);
    private readonly List<Sighting> _sightings = [];
    private readonly IpNumber _source;
    private readonly IpNumber _written;
    private readonly IpNumber _answerer;
    private readonly ushort _port;

    private Trace(Conversation conversation)
    {
        _source = IpNumber.Parse(conversation.From);
        _answerer = IpNumber.Parse(conversation.To);
        _written = conversation.Through is { } through ? IpNumber.Parse(through) : _answerer;
        _port = conversation.Port;
    }

    public static IReadOnlyList<Sighting> Of(Conversation conversation)
    {
        var trace = new Trace(conversation);
        _ = trace.Leave() && trace.PassFirewall() && trace.Arrive();
        return trace._sightings;
    }

    private bool Leave() =>
        (SampleAddressPlan.HostOf(_source) ?? SampleAddressPlan.GatewayTo(_source)) is not { } host ||
        See(host, TupleDirection.Outbound, _source, _written);

    private bool PassFirewall()
    {
        var start = SampleAddressPlan.HostOf(_source) ?? SampleAddressPlan.GatewayTo(_source);
        if (start is null || start == SampleHosts.Firewall ||
            !SampleRouting.GoesThroughFirewall(SampleAddressPlan.SubnetOf(IpNumber.Parse(start.Ip))!, _written))
            return true;
        See(SampleHosts.Firewall, TupleDirection.Inbound, _source, _written);
        return !IsPublic(_written) || See(SampleHosts.Firewall, TupleDirection.Outbound, FirewallIp, _written);
    }

    private bool Arrive() =>
        (SampleAddressPlan.HostOf(_answerer) ?? SampleAddressPlan.GatewayTo(_answerer)) is not { } host ||
        See(host, TupleDirection.Inbound, _source, _answerer);

    private bool See(SampleHost host, TupleDirection direction, IpNumber source, IpNumber destination)
    {
        var verdict = SampleGuard.Decide(host, direction, source, destination, _port);
        _sightings.Add(new(host, direction, source, destination, verdict));
        return verdict.IsAllowed;
    }

    private static bool IsPublic(IpNumber address) =>
        SampleAddressPlan.SubnetOf(address) is null && SampleAddressPlan.GatewayTo(address) is null;
}
