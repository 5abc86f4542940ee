using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Takes apart calls of functions with several values (series_stats, array_sort_asc over several arrays): such a call
/// is a <see cref="Call"/> that gives a dynamic array, and each value is <c>[]</c> of it, in the value's type.
/// </summary>
internal static class TupleValues
{
    /// <summary>Pairs an operator's expressions, in order, with the bound columns that they fill.</summary>
    public static IReadOnlyList<Assignment>? Assign(
        LoweringContext context, IEnumerable<SyntaxNode> expressions, IReadOnlyList<BoundColumn> columns)
    {
        var left = new Queue<BoundColumn>(columns);
        var assignments = new List<Assignment>();
        foreach (var expression in expressions)
        {
            var width = Math.Max(1, ValueOf(expression).Type?.Columns?.Count ?? 1);
            for (var i = 0; i < width && left.TryDequeue(out var column); i++)
                assignments.Add(One(context, expression, i, column));
        }

        return left.Count == 0 ? assignments : null;
    }

    /// <summary>One value of an expression, for one bound column; a plain column keeps its identity.</summary>
    public static Assignment One(LoweringContext context, SyntaxNode expression, int index, BoundColumn column)
    {
        var value = ValueOf(expression);
        var scalar = value.Type?.Columns is { } tuple && value.Kind == "FunctionCallExpression"
            ? Element(CallLowering.Lower(context, value), index, tuple[index].Type ?? KqlType.Dynamic)
            : context.Scalar(value);
        return scalar is ColumnRef { Column: var kept } && kept.Name == column.Name
            ? new Assignment(kept, scalar)
            : new Assignment(context.Run.Column(column, expression.Span), scalar);
    }

    private static Scalar Element(Scalar call, int index, KqlType type) => Conversion.To(
        type,
        new Call("[]", [call, new Literal((long)index, KqlType.Long, call.Span)], KqlType.Dynamic, call.Span));

    private static SyntaxNode ValueOf(SyntaxNode expression) =>
        expression.Kind is "SimpleNamedExpression" or "CompoundNamedExpression" ? expression["Expression"] : expression;
}
