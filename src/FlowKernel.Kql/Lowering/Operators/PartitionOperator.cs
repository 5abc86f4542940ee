using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>partition by key (subquery)</c>: the subquery over the rows of each key.</summary>
internal static class PartitionOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var shared = new SharedRelation("partitioned", input);
        var keys = SharedScans.Of(shared, step.Span);
        var key = context.Over(keys).Scalar(step["ByExpression"]);
        if (key is not ColumnRef reference || step["Operand"].Find("Subquery") is not { } subquery)
            return context.Refuse(step, LoweringDiagnostics.Operator("partition", step.Span));
        var one = new Distinct(new Project(keys, [Columns.Keep(reference.Column, step.Span)], step.Span), step.Span);
        var row = new OuterRow([new PlanColumn(reference.Column.Name, key.Type)], step.Span);
        var part = Part(shared, reference.Column.Name, row, step);
        var body = (context with { Piped = part }).Over(part).Table(subquery);
        return new Apply(one, row, body, body.Columns, step.Span);
    }

    /// <summary>The rows of the outer row's key.</summary>
    private static Project Part(SharedRelation shared, string key, OuterRow row, SyntaxNode step)
    {
        var rows = SharedScans.Of(shared, step.Span);
        var column = rows.Columns.First(c => c.Name == key);
        var same = new JoinKey(new ColumnRef(row.Columns[0], step.Span), new ColumnRef(column, step.Span));
        var join = new Join(row, rows, JoinKind.Inner, [same], [.. row.Columns, .. rows.Columns], step.Span);
        return new Project(join, [.. rows.Columns.Select(c => Columns.Keep(c, step.Span))], step.Span);
    }
}
