using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Topology;

/// <summary>A network interface.</summary>
/// <param name="Name">The interface, <c>group/name</c>.</param>
/// <param name="Vm">Its machine, <c>group/name</c>, or empty.</param>
/// <param name="Network">Its network, <c>subscription/group/name</c>, or empty when it is not known.</param>
/// <param name="Forwards">True when it forwards what is not addressed to it.</param>
/// <param name="Addresses">Its private and public addresses.</param>
internal sealed record NicPlace(
    string Name, string Vm, string Network, bool Forwards, IReadOnlySet<IpNumber> Addresses);
