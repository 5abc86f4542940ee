using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>summarize</c>: the binder's columns are the keys, then the aggregates, in the order written; an aggregate with
/// several values takes several columns.
/// </summary>
internal static class SummarizeOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var columns = new Queue<BoundColumn>(step.Type!.Columns!);
        var keys = Keys(step).Select(key => Key(context, key, columns)).ToList();
        var rest = context.Row.Where(c => !keys.Exists(k => IsColumn(k, c))).ToList();
        var aggregates = step.List("Aggregates").SelectMany(a => Values(context, rest, a, columns)).ToList();
        if (columns.Count == 0)
            return new Aggregate(input, keys, aggregates, step.Span);
        return context.Refuse(step, LoweringDiagnostics.Construct("this form of summarize", step.Span));
    }

    private static IEnumerable<SyntaxNode> Keys(SyntaxNode step) => step.Find("ByClause")?.List("Expressions") ?? [];

    private static Assignment Key(LoweringContext context, SyntaxNode key, Queue<BoundColumn> columns) =>
        new(context.Run.Column(columns.Dequeue(), key.Span), context.Scalar(Unnamed(key)));

    private static List<Assignment> Values(
        LoweringContext context, IReadOnlyList<PlanColumn> rest, SyntaxNode expression, Queue<BoundColumn> columns)
    {
        var value = Unnamed(expression);
        var scalars = AggregateTuples.Lower(context, rest, value);
        var assignments = new List<Assignment>();
        foreach (var scalar in scalars)
        {
            if (columns.TryDequeue(out var column))
                assignments.Add(new Assignment(context.Run.Column(column, expression.Span), scalar));
        }

        return assignments;
    }

    private static bool IsColumn(Assignment key, PlanColumn column) =>
        key.Value is ColumnRef reference && ReferenceEquals(reference.Column, column);

    private static SyntaxNode Unnamed(SyntaxNode expression) =>
        expression.Kind is "SimpleNamedExpression" or "CompoundNamedExpression" ? expression["Expression"] : expression;
}
