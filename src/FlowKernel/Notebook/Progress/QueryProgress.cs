using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Progress;

/// <summary>Runs queries under a line that says how long they take, once that is more than a second.</summary>
internal static class QueryProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>As the session runs it; the line is gone when the query ends.</summary>
    public static async Task<Outcome<QueryResult>> RunAsync(
        FlowSession session, QueryRequest request, ICellOutput? output, CancellationToken cancellation)
    {
        var place = request.On ?? session.CurrentName;
        using var progress = ProgressDisplay.Start(
            output ?? SilentOutput.Instance, TimeProvider.System, $"Running on {place}", Patience);
        return await session.QueryAsync(request, progress, cancellation);
    }
}
