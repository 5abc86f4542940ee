using FlowKernel.Text;

namespace FlowKernel.Plan;

/// <summary>A tabular expression of a plan.</summary>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Span">Where it stands in the query's text.</param>
public abstract record Relation(IReadOnlyList<PlanColumn> Columns, TextSpan Span);

/// <summary>A column and the expression over the input that fills it.</summary>
public readonly record struct Assignment(PlanColumn Column, Scalar Value);

/// <summary>A sort key. KQL's defaults: descending; nulls first when ascending, last when descending.</summary>
public readonly record struct SortKey(Scalar Value, bool Descending, bool NullsFirst);

/// <summary>Equality of an expression over the left input with one over the right.</summary>
public readonly record struct JoinKey(Scalar Left, Scalar Right);

/// <summary>A table of the connection, or a kept result; columns in the order of its schema, all of them.</summary>
public sealed record Scan(string Table, IReadOnlyList<PlanColumn> Columns, TextSpan Span) : Relation(Columns, Span)
{
    /// <summary>The columns that the query depends on, once that is known; null before.</summary>
    public IReadOnlyList<PlanColumn>? Reads { get; init; }

    /// <summary>
    /// The column, last of all, of numbers that tell the table's rows apart, which is none of KQL's; null where the query
    /// needs none.
    /// </summary>
    public PlanColumn? RowNumber { get; init; }

    /// <summary>What TimeGenerated of the rows that the query keeps lies in, where it is known; null else.</summary>
    public TimeRange? Times { get; init; }
}

/// <summary>Rows written in the query: <c>datatable</c>, <c>print</c>. Expressions refer to no column.</summary>
public sealed record Rows(IReadOnlyList<PlanColumn> Columns, IReadOnlyList<IReadOnlyList<Scalar>> Values, TextSpan Span)
    : Relation(Columns, Span);

/// <summary><c>range column from … to … step …</c>, both ends included.</summary>
public sealed record RangeRows(PlanColumn Column, Scalar From, Scalar To, Scalar Step, TextSpan Span)
    : Relation([Column], Span);

/// <summary>The rows of the input for which the predicate is true.</summary>
public sealed record Filter(Relation Input, Scalar Predicate, TextSpan Span) : Relation(Input.Columns, Span);

/// <summary>
/// One row per input row, with these columns: project and its variants, extend. Keeps the input's order.
/// </summary>
public sealed record Project(Relation Input, IReadOnlyList<Assignment> Assignments, TextSpan Span)
    : Relation([.. Assignments.Select(a => a.Column)], Span)
{
    /// <summary>Columns of it in which no two rows agree; empty where none are known.</summary>
    public IReadOnlyList<PlanColumn> Unique { get; init; } = [];
}

/// <summary>
/// <c>summarize</c>: one row per distinct value of the keys; without keys one row, even over no rows. Aggregates are
/// expressions over <see cref="AggregateCall"/>s and constants.
/// </summary>
public sealed record Aggregate(
    Relation Input, IReadOnlyList<Assignment> Keys, IReadOnlyList<Assignment> Aggregates, TextSpan Span)
    : Relation([.. Keys.Concat(Aggregates).Select(a => a.Column)], Span);

/// <summary>The input's rows without repeats.</summary>
public sealed record Distinct(Relation Input, TextSpan Span) : Relation(Input.Columns, Span);

/// <summary>The input's rows in order.</summary>
public sealed record Sort(Relation Input, IReadOnlyList<SortKey> Keys, TextSpan Span) : Relation(Input.Columns, Span);

/// <summary>At most so many rows of the input, the first ones where it has an order.</summary>
public sealed record Take(Relation Input, Scalar Count, TextSpan Span) : Relation(Input.Columns, Span);

/// <summary>The first rows by these keys, in that order.</summary>
public sealed record Top(Relation Input, Scalar Count, IReadOnlyList<SortKey> Keys, TextSpan Span)
    : Relation(Input.Columns, Span);

/// <summary>
/// A join (https://learn.microsoft.com/kusto/query/join-operator). Columns: those of the left, then those of the
/// right, with their identities kept; semi and anti joins have one side's only. Renaming is a <see cref="Project"/>.
/// </summary>
public sealed record Join(
    Relation Left, Relation Right, JoinKind Kind, IReadOnlyList<JoinKey> Keys,
    IReadOnlyList<PlanColumn> Columns, TextSpan Span)
    : Relation(Columns, Span);

/// <summary>An input of a union, with the expressions over it that fill the union's columns, in their order.</summary>
public readonly record struct UnionInput(Relation Relation, IReadOnlyList<Scalar> Values);

/// <summary>All rows of all inputs, aligned.</summary>
public sealed record Union(IReadOnlyList<UnionInput> Inputs, IReadOnlyList<PlanColumn> Columns, TextSpan Span)
    : Relation(Columns, Span);

/// <summary>
/// A relation that is computed once and read in several places: <c>let</c> with <c>materialize</c>, <c>as</c>.
/// </summary>
public sealed record SharedRelation(string Name, Relation Relation)
{
    /// <summary>Identity decides: two definitions are never the same.</summary>
    public bool Equals(SharedRelation? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>One reading of a shared relation, with its own columns, in the shared relation's order.</summary>
public sealed record SharedScan(SharedRelation Shared, IReadOnlyList<PlanColumn> Columns, TextSpan Span)
    : Relation(Columns, Span);
