namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>The columns that follow from where a flow was captured.</summary>
/// <param name="Network">The captured network, <c>subscription/group/name</c>, or empty when it is not known.</param>
/// <param name="FlowLogResourceId">The flow log, <c>group/watcher/flowlog</c>.</param>
/// <param name="TargetResourceId">The logged resource, <c>subscription/group/name</c>.</param>
/// <param name="TargetResourceType">VirtualNetwork, Subnet or NetworkInterface.</param>
/// <param name="AclGroup">The network security group.</param>
internal sealed record OriginColumns(
    string Network, string FlowLogResourceId, string TargetResourceId, string TargetResourceType, string AclGroup);
