using System.Runtime.InteropServices;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>One record of a flow log: what one network interface saw, about a minute of it.</summary>
public sealed class FlowRecord
{
    /// <summary>When the record was written, as the file says it.</summary>
    public string Time { get; internal set; } = "";

    /// <summary>The MAC address of the captured interface: 12 hexadecimal digits.</summary>
    public string MacAddress { get; internal set; } = "";

    /// <summary>The Azure Resource Manager id of the flow log, in the file's case.</summary>
    public string FlowLogResourceId { get; internal set; } = "";

    /// <summary>
    /// The id of the network, subnet or interface whose flows are logged; empty or <c>-</c> in some files.
    /// </summary>
    public string TargetResourceId { get; internal set; } = "";

    /// <summary>The groups, in file order.</summary>
    public IReadOnlyList<FlowGroup> Groups => GroupList;

    /// <summary>All tuples, in file order.</summary>
    public ReadOnlySpan<FlowTuple> Tuples => CollectionsMarshal.AsSpan(TupleList);

    internal List<FlowGroup> GroupList { get; } = [];

    internal List<FlowTuple> TupleList { get; } = [];

    /// <summary>The tuples of one group.</summary>
    public ReadOnlySpan<FlowTuple> TuplesOf(FlowGroup group) => Tuples.Slice(group.First, group.Count);
}
