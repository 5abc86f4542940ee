using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.CSharp.Kql;

/// <summary>Answers for KQL in C# strings from the notebook's session: its connections and kept results.</summary>
public sealed class SessionKql(FlowSession session) : IEmbeddedKql
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        QueryRequest query, IReadOnlyList<TableSchema> kept, CancellationToken cancellation) =>
        (await CheckedAsync(query, kept, cancellation))?.Diagnostics ?? [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KqlColumn>?> ColumnsAsync(
        QueryRequest query, IReadOnlyList<TableSchema> kept, CancellationToken cancellation) =>
        (await CheckedAsync(query, kept, cancellation))?.Value is { MayHaveMoreColumns: false } known
            ? known.Columns
            : null;

    /// <inheritdoc/>
    public Task<CompletionList> CompleteAsync(QueryRequest query, int offset, CancellationToken cancellation) =>
        session.Language.CompleteAsync(query.Kql, offset, ScopeOf(query), cancellation);

    /// <inheritdoc/>
    public Task<QuickInfo?> ExplainAsync(QueryRequest query, int offset, CancellationToken cancellation) =>
        session.Language.ExplainAsync(query.Kql, offset, ScopeOf(query), cancellation);

    // Before anything is connected no table is known; the query itself says so when it runs.
    private async Task<Outcome<CheckedQuery>?> CheckedAsync(
        QueryRequest query, IReadOnlyList<TableSchema> kept, CancellationToken cancellation)
    {
        if (session.Current is null)
            return null;
        var scope = session.ScopeOf(query);
        if (!scope.Succeeded)
            return new Outcome<CheckedQuery>(scope.Diagnostics);
        var known = scope.Value.Schema.With([.. kept.Reverse().DistinctBy(t => t.Name).Reverse()]);
        return await session.Language.CheckAsync(query.Kql, scope.Value with { Schema = known }, cancellation);
    }

    private QueryScope ScopeOf(QueryRequest query) =>
        session.ScopeOf(query).Value
        ?? new QueryScope(FlowLogTables.Database, DateTime.UnixEpoch) { Parameters = query.Parameters };
}
