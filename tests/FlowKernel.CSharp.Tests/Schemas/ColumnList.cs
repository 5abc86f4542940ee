using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Schemas;

/// <summary>
/// A language whose queries are lists of columns, <c>SrcIp:string, Bytes:long</c>, and a connection that gives one row:
/// nulls and <c>Friday</c>.
/// </summary>
internal sealed class ColumnList : IKqlLanguage, IQueryConnection
{
    public string Name => "columns";

    public DatabaseSchema Schema => new("columns", []);

    public TimeProvider Clock => TimeProvider.System;

    public Task<Outcome<CheckedQuery>> CheckAsync(string kql, QueryScope scope, CancellationToken cancellation) =>
        Task.FromResult<Outcome<CheckedQuery>>(kql == "wrong"
            ? new Diagnostic("KS1", "Wrong.", new TextSpan(0, kql.Length))
            : new CheckedQuery(kql, scope, Columns(kql), Render: null));

    public Task<Outcome<QueryResult>> RunAsync(CheckedQuery query, CancellationToken cancellation)
    {
        var row = query.Columns.Select(c => c.Type == KqlType.String ? nameof(DayOfWeek.Friday) : null as object);
        return Task.FromResult<Outcome<QueryResult>>(new QueryResult(
            [KqlTable.FromRows(query.Columns, [[.. row]])], null, new QueryStatistics(TimeSpan.Zero, Name)));
    }

    public Outcome<QueryPlan> Lower(CheckedQuery query) => throw new InvalidOperationException();

    public Task<Outcome<CheckedQuery>> LearnAsync(
        CheckedQuery query, IReadOnlyList<SchemaAnswer> answers, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    public Task<CompletionList> CompleteAsync(
        string kql, int offset, QueryScope scope, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    public Task<QuickInfo?> ExplainAsync(string kql, int offset, QueryScope scope, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    public Task<string> FormatAsync(string kql, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    public Task<Completeness> CompletenessAsync(string kql, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IReadOnlyList<KqlColumn> Columns(string kql) =>
        [.. kql.Split(", ").Select(Column).OfType<KqlColumn>()];

    private static KqlColumn? Column(string text) => text.Split(':') is [var name, var type]
        && Enum.TryParse<KqlType>(type, ignoreCase: true, out var known) ? new KqlColumn(name, known) : null;
}
