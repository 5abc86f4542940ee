namespace FlowKernel.DuckDb.Store;

/// <summary>Sums over both directions, to show that nothing was lost on the way.</summary>
/// <param name="Packets">Packets.</param>
/// <param name="Bytes">Bytes.</param>
/// <param name="Rows">Rows or tuples that were summed.</param>
public readonly record struct TrafficTotals(long Packets, long Bytes, long Rows)
{
    /// <summary>The sums of both.</summary>
    public static TrafficTotals operator +(TrafficTotals a, TrafficTotals b) =>
        new(a.Packets + b.Packets, a.Bytes + b.Bytes, a.Rows + b.Rows);
}
