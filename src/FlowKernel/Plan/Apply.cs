using FlowKernel.Text;

namespace FlowKernel.Plan;

/// <summary>
/// For each row of the input, the rows of the body, which may read the input row: <c>mv-apply</c> (the body expands
/// the <see cref="OuterRow"/> and goes on), <c>partition</c> (the input holds the keys, the body filters by one).
/// Columns: those of the input that stay, and those of the body, with their identities kept. In the body, expressions
/// may refer to the input's columns by way of the outer row alone.
/// </summary>
/// <param name="Input">The outer rows.</param>
/// <param name="Row">The outer row as the body sees it; its columns stand for the input's, in the same order.</param>
/// <param name="Body">What is computed for each outer row.</param>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Apply(
    Relation Input, OuterRow Row, Relation Body, IReadOnlyList<PlanColumn> Columns, TextSpan Span)
    : Relation(Columns, Span);

/// <summary>The one row of the input that an <see cref="Apply"/> is at; stands only inside its body.</summary>
public sealed record OuterRow(IReadOnlyList<PlanColumn> Columns, TextSpan Span) : Relation(Columns, Span);
