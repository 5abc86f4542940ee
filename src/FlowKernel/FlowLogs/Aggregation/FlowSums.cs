using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Aggregation;

/// <summary>What the tuples of one group add up to.</summary>
public sealed class FlowSums
{
    private readonly SourcePorts _ports = new();

    /// <summary>How many tuples were folded in.</summary>
    public long Tuples { get; private set; }

    /// <summary>How many flows began: B tuples.</summary>
    public long Begun { get; private set; }

    /// <summary>How many flows ended: E tuples.</summary>
    public long Ended { get; private set; }

    /// <summary>How many flows were denied: D tuples.</summary>
    public long Denied { get; private set; }

    /// <summary>Packets initiator to responder.</summary>
    public long PacketsForward { get; private set; }

    /// <summary>Bytes initiator to responder.</summary>
    public long BytesForward { get; private set; }

    /// <summary>Packets responder to initiator.</summary>
    public long PacketsBackward { get; private set; }

    /// <summary>Bytes responder to initiator.</summary>
    public long BytesBackward { get; private set; }

    /// <summary>The first tuple's time, in milliseconds since 1970.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The last tuple's time, in milliseconds since 1970.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>
    /// The distinct source ports in ascending order, pipe-separated; the first <see cref="SourcePorts.Limit"/> that
    /// were seen. The counters cover every flow, listed or not.
    /// </summary>
    public string SourcePortList => _ports.ToString();

    /// <summary>Folds a tuple in; C and E carry what was counted since the flow's previous tuple.</summary>
    public void Add(in FlowTuple tuple)
    {
        Tuples++;
        Begun += tuple.State == FlowState.Begin ? 1 : 0;
        Ended += tuple.State == FlowState.End ? 1 : 0;
        Denied += tuple.State == FlowState.Denied ? 1 : 0;
        PacketsForward += tuple.PacketsForward;
        BytesForward += tuple.BytesForward;
        PacketsBackward += tuple.PacketsBackward;
        BytesBackward += tuple.BytesBackward;
        First = Math.Min(First, tuple.TimestampMilliseconds);
        Last = Math.Max(Last, tuple.TimestampMilliseconds);
        _ports.Add(tuple.SourcePort);
    }
}
