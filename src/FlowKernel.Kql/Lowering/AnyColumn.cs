using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Unfolds <c>*</c> as an operand (<c>where * has "x"</c>, <c>search</c>): true when any column matches, and for a
/// negated operator (<c>* !has "x"</c>) when none does. Without columns, none does.
/// </summary>
internal static class AnyColumn
{
    /// <summary>The operator over each column's text, joined by <c>or</c>, or <c>and</c> when it is negated.</summary>
    public static Scalar Matches(LoweringContext context, string name, Scalar value, TextSpan span) =>
        context.Row.Count == 0 ? new Literal(name.StartsWith('!'), KqlType.Bool, span) : Unfolded(context, name, value, span);

    private static Scalar Unfolded(LoweringContext context, string name, Scalar value, TextSpan span) => context.Row
        .Select(column => Call(name, [Conversion.To(KqlType.String, new ColumnRef(column, span)), value], span))
        .Aggregate((a, b) => Call(name.StartsWith('!') ? "and" : "or", [a, b], span));

    private static Call Call(string name, IReadOnlyList<Scalar> arguments, TextSpan span) =>
        new(name, arguments, KqlType.Bool, span);
}
