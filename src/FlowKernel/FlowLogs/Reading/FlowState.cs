namespace FlowKernel.FlowLogs.Reading;

/// <summary>Where in its life a flow is, as field 8 of a flow tuple says.</summary>
public enum FlowState : byte
{
    /// <summary>B: the flow began; counters are zero.</summary>
    Begin,

    /// <summary>C: the flow goes on; counters since the previous tuple of the flow.</summary>
    Continuing,

    /// <summary>E: the flow ended; counters since the previous tuple of the flow.</summary>
    End,

    /// <summary>D: the flow was denied.</summary>
    Denied,
}
