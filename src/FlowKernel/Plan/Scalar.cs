using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Plan;

/// <summary>
/// A scalar expression of a plan: typed, its names resolved, its implicit conversions not yet written out.
/// </summary>
/// <param name="Type">The type of its value, as the KQL binder found it.</param>
/// <param name="Span">Where it stands in the query's text.</param>
public abstract record Scalar(KqlType Type, TextSpan Span);

/// <summary>The value of a column of the input relation.</summary>
public sealed record ColumnRef(PlanColumn Column, TextSpan Span) : Scalar(Column.Type, Span);

/// <summary>A constant: the CLR value of <see cref="KqlTypes.ClrType"/>, or null.</summary>
public sealed record Literal(object? Value, KqlType Type, TextSpan Span) : Scalar(Type, Span);

/// <summary>
/// A scalar function or operator. Operators carry their KQL spelling as name (<c>==</c>, <c>=~</c>, <c>has</c>,
/// <c>!in~</c>, <c>between</c>, <c>+</c>, unary minus is <c>negate</c>); dynamic member access is <c>[]</c> with
/// the key or index as second argument.
/// </summary>
public sealed record Call(string Function, IReadOnlyList<Scalar> Arguments, KqlType Type, TextSpan Span)
    : Scalar(Type, Span);

/// <summary>An aggregate function over the rows of a group; stands only inside <see cref="Aggregate"/>.</summary>
public sealed record AggregateCall(string Function, IReadOnlyList<Scalar> Arguments, KqlType Type, TextSpan Span)
    : Scalar(Type, Span);

/// <summary>
/// A function of a row's place among the serialized rows: row_number, prev, next, row_cumsum and kin.
/// </summary>
public sealed record WindowCall(string Function, IReadOnlyList<Scalar> Arguments, KqlType Type, TextSpan Span)
    : Scalar(Type, Span);

/// <summary>The first column of the first row of a relation (<c>toscalar</c>), or null where there is no row.</summary>
public sealed record ScalarSubquery(Relation Relation, KqlType Type, TextSpan Span) : Scalar(Type, Span);

/// <summary>Membership in the first column of a relation: <c>in</c>, <c>!in</c>, <c>in~</c>, <c>!in~</c>.</summary>
public sealed record InSubquery(string Operator, Scalar Value, Relation Relation, TextSpan Span)
    : Scalar(KqlType.Bool, Span);
