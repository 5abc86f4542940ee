namespace FlowKernel.FlowLogs.Topology;

/// <summary>A virtual network, or one of its subnets.</summary>
/// <param name="Network">The network.</param>
/// <param name="Region">Its region.</param>
/// <param name="Subnet">The subnet, <c>group/network/subnet</c>, or empty outside of the known subnets.</param>
internal sealed record SubnetPlace(AzureResourceId Network, string Region, string Subnet);
