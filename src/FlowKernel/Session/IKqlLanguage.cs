using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Session;

/// <summary>What FlowKernel knows of KQL as a language: checks, completes, explains, formats, lowers.</summary>
public interface IKqlLanguage
{
    /// <summary>
    /// Checks a query against its scope; positions in diagnostics are offsets into <paramref name="kql"/>.
    /// </summary>
    Task<Outcome<CheckedQuery>> CheckAsync(string kql, QueryScope scope, CancellationToken cancellation);

    /// <summary>
    /// The plan of a query that this language checked, or the operators and functions that have none.
    /// </summary>
    Outcome<QueryPlan> Lower(CheckedQuery query);

    /// <summary>
    /// The same query, checked again now that the data has answered questions of its plan; positions stay those of
    /// its text.
    /// </summary>
    Task<Outcome<CheckedQuery>> LearnAsync(
        CheckedQuery query, IReadOnlyList<SchemaAnswer> answers, CancellationToken cancellation);

    /// <summary>What could stand at an offset.</summary>
    Task<CompletionList> CompleteAsync(string kql, int offset, QueryScope scope, CancellationToken cancellation);

    /// <summary>What stands at an offset, as Markdown; null when there is nothing to say.</summary>
    Task<QuickInfo?> ExplainAsync(string kql, int offset, QueryScope scope, CancellationToken cancellation);

    /// <summary>The query laid out anew.</summary>
    Task<string> FormatAsync(string kql, CancellationToken cancellation);

    /// <summary>Whether more lines are to be expected after this text.</summary>
    Task<Completeness> CompletenessAsync(string kql, CancellationToken cancellation);
}

/// <summary>Proposals for a stretch of text that they replace.</summary>
public sealed record CompletionList(TextSpan Replace, IReadOnlyList<CompletionItem> Items)
{
    /// <summary>No proposal, at an offset.</summary>
    public static CompletionList None(int offset) => new(new TextSpan(offset, 0), []);
}

/// <summary>
/// One proposal: what is shown, what is inserted, its kind in a word (table, column, function, keyword).
/// </summary>
public sealed record CompletionItem(string Label, string Insert, string Kind, string? Description = null);

/// <summary>An explanation of a stretch of text.</summary>
public sealed record QuickInfo(string Markdown, TextSpan Span)
{
    /// <summary>The same for viewers that show no Markdown; null when the Markdown reads well as it is.</summary>
    public string? Plain { get; init; }
}

/// <summary>Whether a text can run as it stands.</summary>
public enum Completeness
{
    /// <summary>It can run.</summary>
    Complete,

    /// <summary>Something is still open: a bracket, a string, an operand.</summary>
    Incomplete,

    /// <summary>No further text can make it right.</summary>
    Invalid,
}
