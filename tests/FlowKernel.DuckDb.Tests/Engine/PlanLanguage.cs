using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.DuckDb.Tests.Engine;

/// <summary>A language whose every query has the same plan, until another one is set.</summary>
internal sealed class PlanLanguage(Relation relation) : IKqlLanguage
{
    public CheckedQuery Query { get; } =
        new("query", new QueryScope(DatabaseSchema.Empty, DateTime.UnixEpoch), [], null);

    public Relation Relation { get; set; } = relation;

    public Outcome<QueryPlan> Lower(CheckedQuery query) => new QueryPlan([new PlanResult(Relation, null)]);

    public Task<Outcome<CheckedQuery>> LearnAsync(
        CheckedQuery query, IReadOnlyList<SchemaAnswer> answers, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Outcome<CheckedQuery>> CheckAsync(string kql, QueryScope scope, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<CompletionList> CompleteAsync(
        string kql, int offset, QueryScope scope, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<QuickInfo?> ExplainAsync(
        string kql, int offset, QueryScope scope, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<string> FormatAsync(string kql, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Completeness> CompletenessAsync(string kql, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
