using FlowKernel.Results;

namespace FlowKernel.DuckDb.Results;

/// <summary>Counts what has been read of a result, up to its limits.</summary>
internal sealed class ReadLimit(ResultLimits? limits)
{
    private long _rows;

    /// <summary>The limit that kept rows out; null as long as there was room for all.</summary>
    public ResultCut? Reached { get; private set; }

    /// <summary>How many of the next rows there is room for.</summary>
    public int Admit(int count)
    {
        var room = (int)Math.Min(count, (limits?.Rows ?? long.MaxValue) - _rows);
        if (room < count)
            Reached = new ResultCut(LimitedSize.Rows, limits!.Rows!.Value);
        _rows += room;
        return room;
    }

    /// <summary>Looks whether the values are too large by now.</summary>
    public void Weigh(ColumnReader[] readers)
    {
        if (limits?.Bytes is { } most && readers.Sum(r => r.Bytes) > most)
            Reached ??= new ResultCut(LimitedSize.Bytes, most);
    }
}
