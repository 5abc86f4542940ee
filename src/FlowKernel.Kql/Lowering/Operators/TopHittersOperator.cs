using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>top-hitters</c>: the values that occur most, or weigh most; exact where Kusto may approximate.</summary>
internal static class TopHittersOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var columns = step.Type!.Columns!;
        var value = new Assignment(
            context.Run.Column(columns[0], step.Span), context.Scalar(step["OfExpression"]));
        var weight = new Assignment(context.Run.Column(columns[1], step.Span), Weight(context, step));
        var totals = new Aggregate(input, [value], [weight], step.Span);
        var heaviest = new SortKey(new ColumnRef(weight.Column, step.Span), Descending: true, NullsFirst: false);
        return new Top(totals, RowCounts.Of(context, step, "top-hitters"), [heaviest], step.Span);
    }

    private static AggregateCall Weight(LoweringContext context, SyntaxNode step)
    {
        if (step.Find("ByClause") is not { } by)
            return new AggregateCall("count", [], KqlType.Long, step.Span);
        var weight = context.Scalar(by["Expression"]);
        return new AggregateCall("sum", [weight], weight.Type, by.Span);
    }
}
