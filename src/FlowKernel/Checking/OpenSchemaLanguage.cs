using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Checking;

/// <summary>
/// KQL over places that may have more tables than are known: an unknown table is believed, unless its name comes close
/// to a known one's, which is a typing error far more often than another table.
/// </summary>
internal sealed class OpenSchemaLanguage(IKqlLanguage language) : IKqlLanguage
{
    private const string UnknownTable = "KS204";

    public async Task<Outcome<CheckedQuery>> CheckAsync(string kql, QueryScope scope, CancellationToken cancellation)
    {
        var outcome = await language.CheckAsync(kql, scope, cancellation);
        while (scope.Schema.IsOpen && Believed(outcome.Diagnostics, kql, scope.Schema) is { } schema)
        {
            scope = scope with { Schema = schema };
            outcome = await language.CheckAsync(kql, scope, cancellation);
        }

        return outcome;
    }

    public Outcome<QueryPlan> Lower(CheckedQuery query) => language.Lower(query);

    public Task<Outcome<CheckedQuery>> LearnAsync(
        CheckedQuery query, IReadOnlyList<SchemaAnswer> answers, CancellationToken cancellation) =>
        language.LearnAsync(query, answers, cancellation);

    public Task<CompletionList> CompleteAsync(
        string kql, int offset, QueryScope scope, CancellationToken cancellation) =>
        language.CompleteAsync(kql, offset, scope, cancellation);

    public Task<QuickInfo?> ExplainAsync(
        string kql, int offset, QueryScope scope, CancellationToken cancellation) =>
        language.ExplainAsync(kql, offset, scope, cancellation);

    public Task<string> FormatAsync(string kql, CancellationToken cancellation) =>
        language.FormatAsync(kql, cancellation);

    public Task<Completeness> CompletenessAsync(string kql, CancellationToken cancellation) =>
        language.CompletenessAsync(kql, cancellation);

    // The schema with the tables that a query names and nobody knows; null when there is none to add.
    private static DatabaseSchema? Believed(IReadOnlyList<Diagnostic> found, string kql, DatabaseSchema schema)
    {
        var names = found
            .Where(d => d.Code == UnknownTable && !IsTypingError(d))
            .Select(d => kql.Substring(d.Span.Start, d.Span.Length))
            .Where(n => schema.Find(n) is null)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0
            ? null
            : schema.With([.. names.Select(name => new TableSchema(name, []) { IsOpen = true })]);
    }

    private static bool IsTypingError(Diagnostic found) =>
        found.Hint?.StartsWith("Did you mean", StringComparison.Ordinal) == true;
}
