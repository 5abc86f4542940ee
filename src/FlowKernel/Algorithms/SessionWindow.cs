using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms;

/// <summary>
/// <c>row_window_session</c> (https://learn.microsoft.com/kusto/query/row-window-session-function): the time at which
/// each row's session started. The last four columns of the rows are the time, the longest session, the longest
/// pause, and whether a session starts in any case; the result has the start in their place. A row without a time has
/// no start, and the next one starts a session.
/// </summary>
public sealed class SessionWindow : IRowsAlgorithm
{
    private const int Arguments = 4;

    /// <inheritdoc/>
    public string Name => "row_window_session";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var table = inputs[0];
        var kept = table.Columns.Count - Arguments;
        return new KqlTable(
            [.. table.Columns.Take(kept), new KqlColumn("session", KqlType.DateTime)],
            [.. table.Vectors.Take(kept), Starts([.. table.Vectors.Skip(kept)], cancellation)]);
    }

    private static ColumnVector Starts(ColumnVector[] arguments, CancellationToken cancellation)
    {
        var starts = new object?[arguments[0].Count];
        DateTime? start = null;
        DateTime? before = null;
        for (var row = 0; row < starts.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var time = (DateTime?)arguments[0][row];
            var restarts = (bool?)arguments[3][row] == true
                || time - start >= (TimeSpan?)arguments[1][row]
                || time - before >= (TimeSpan?)arguments[2][row];
            start = time is null || start is null || restarts ? time : start;
            before = time;
            starts[row] = start;
        }

        return ColumnVectors.From(KqlType.DateTime, starts);
    }
}
