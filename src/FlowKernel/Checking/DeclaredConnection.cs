using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Checking;

/// <summary>
/// A connection as far as a check knows it: its tables, and no rows. A query that fits gives an empty table of its
/// columns; where the embedded engine would run it, what that engine does not run is told too.
/// </summary>
internal sealed class DeclaredConnection(string name, DatabaseSchema schema, IKqlLanguage? embedded = null)
    : IQueryConnection
{
    /// <summary>Tables of Traffic Analytics, among others that a check does not know.</summary>
    public static DatabaseSchema Workspace { get; } = FlowLogTables.Database with { IsOpen = true };

    public string Name => name;

    public DatabaseSchema Schema => schema;

    public TimeProvider Clock => TimeProvider.System;

    public Task<Outcome<QueryResult>> RunAsync(CheckedQuery query, CancellationToken cancellation)
    {
        // Columns that are only believed have no plan.
        var plan = query.NamesOpenTable ? null : embedded?.Lower(query);
        if (plan is { Succeeded: false } refused)
            return Task.FromResult(new Outcome<QueryResult>(refused.Diagnostics));
        var table = KqlTable.FromRows(ColumnsOf(query, plan), []);
        return Task.FromResult<Outcome<QueryResult>>(
            new QueryResult([table], query.Render, new QueryStatistics(TimeSpan.Zero, name))
            {
                MayHaveMoreColumns = query.MayHaveMoreColumns,
            });
    }

    /// <summary>The first result's columns; of fork and facet, which the check knows none of, the plan's.</summary>
    private static IReadOnlyList<KqlColumn> ColumnsOf(CheckedQuery query, Outcome<QueryPlan>? plan) =>
        query.Columns.Count == 0 && plan is { Succeeded: true, Value.Results: [var first, ..] }
            ? [.. first.Relation.Columns.Select(c => new KqlColumn(c.Name, c.Type))]
            : query.Columns;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
