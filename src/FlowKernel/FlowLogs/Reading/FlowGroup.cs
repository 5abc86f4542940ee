namespace FlowKernel.FlowLogs.Reading;

/// <summary>The tuples of a record that one rule of one access control list decided on.</summary>
/// <param name="AclId">The id of the network security group or Virtual Network Manager configuration.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="First">The index of its first tuple in the record.</param>
/// <param name="Count">How many tuples it has.</param>
public readonly record struct FlowGroup(string AclId, string Rule, int First, int Count);
