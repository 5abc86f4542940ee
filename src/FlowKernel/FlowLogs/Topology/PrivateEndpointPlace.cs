namespace FlowKernel.FlowLogs.Topology;

/// <summary>A private endpoint and what is behind it.</summary>
/// <param name="Name">The endpoint, <c>group/name</c>.</param>
/// <param name="TargetId">The resource behind it, as the topology names it.</param>
/// <param name="TargetName">That resource's name.</param>
public sealed record PrivateEndpointPlace(string Name, string TargetId, string TargetName);
