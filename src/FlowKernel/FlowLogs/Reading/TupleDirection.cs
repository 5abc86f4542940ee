namespace FlowKernel.FlowLogs.Reading;

/// <summary>Which way a flow began, seen from the network interface that was captured.</summary>
public enum TupleDirection : byte
{
    /// <summary>I: the flow began elsewhere.</summary>
    Inbound,

    /// <summary>O: the flow began at the interface.</summary>
    Outbound,
}
