namespace FlowKernel.FlowLogs.Aggregation;

/// <summary>Where flows were captured, and what decided on them.</summary>
/// <param name="MacAddress">The MAC address of the captured interface.</param>
/// <param name="FlowLogResourceId">The id of the flow log.</param>
/// <param name="TargetResourceId">The id of the resource whose flows are logged.</param>
/// <param name="AclId">The id of the access control list.</param>
/// <param name="Rule">The rule's name.</param>
public sealed record FlowOrigin(
    string MacAddress, string FlowLogResourceId, string TargetResourceId, string AclId, string Rule);
