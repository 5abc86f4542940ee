using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>make-series</c> (https://learn.microsoft.com/kusto/query/make-series-operator), in both forms: <c>from … to … step
/// …</c>, whose bins begin at the start and leave the end out, and <c>in range(…)</c>, whose bins are those of
/// <c>bin()</c> up to that of the end.
/// </summary>
internal static class MakeSeriesOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var columns = new Queue<BoundColumn>(step.Type!.Columns!);
        var keys = (step.Find("ByClause")?.List("Expressions") ?? [])
            .Select(key => new Assignment(context.Run.Column(columns.Dequeue(), key.Span), context.Scalar(key)))
            .ToList();
        var series = step.List("Aggregates").Select(a => Series(context, a, columns.Dequeue())).ToList();
        var axis = step["OnClause"]["Expression"];
        var on = context.Scalar(axis);
        var (from, to, width) = Range(context, step["RangeClause"]);
        if (step["RangeClause"].Find("Arguments") is not null)
        {
            var between = new Call("between", [on, from!, to!], KqlType.Bool, axis.Span);
            input = new Filter(input, between, axis.Span);
            from = Bin(from!, width);
            to = new Call("+", [Bin(to!, width), width], to!.Type, to.Span);
        }

        return new MakeSeries(
            input, keys, series, new Assignment(context.Run.Column(columns.Dequeue(), axis.Span), on), from, to, width, step.Span)
        {
            IsNeverEmpty = keys.Count == 0 && from is not null && to is not null
                && Parameters.Word(step, "kind") == "nonempty",
        };
    }

    private static Call Bin(Scalar value, Scalar width) => new("bin", [value, width], value.Type, value.Span);

    // Whatever the checker makes of an aggregate without a name, a series is an array.
    private static SeriesAssignment Series(LoweringContext context, SyntaxNode item, BoundColumn column)
    {
        var value = context.Scalar(item["Expression"]);
        if (value is AggregateCall { Function: "arg_max" or "arg_min" } rows)
            context.Run.Report(LoweringDiagnostics.NoSeries(rows.Function, item.Span));
        return new SeriesAssignment(
            new PlanColumn(column.Name, KqlType.Dynamic),
            value,
            item.Find("DefaultExpression") is { } clause ? context.Scalar(clause["Expression"]) : null);
    }

    private static (Scalar? From, Scalar? To, Scalar Step) Range(LoweringContext context, SyntaxNode clause)
    {
        if (clause.Find("Arguments") is { } arguments)
        {
            var values = arguments.List("Expressions").Select(context.Scalar).ToList();
            return (values[0], values[1], values[2]);
        }

        return (
            Clause(context, clause, "MakeSeriesFromClause"),
            Clause(context, clause, "MakeSeriesToClause"),
            Clause(context, clause, "MakeSeriesStepClause")!);
    }

    private static Scalar? Clause(LoweringContext context, SyntaxNode clause, string name) =>
        clause.Find(name) is { } part ? context.Scalar(part["Expression"]) : null;
}
