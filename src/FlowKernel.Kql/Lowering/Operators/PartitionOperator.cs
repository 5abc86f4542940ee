using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>partition by key (subquery)</c>: the subquery over the rows of each key. In the form with braces the subquery
/// has a source of its own and reads the key as <c>toscalar(key)</c>.
/// </summary>
internal static class PartitionOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var shared = new SharedRelation("partitioned", input);
        var keys = SharedScans.Of(shared, step.Span);
        var key = context.Over(keys).Scalar(step["ByExpression"]);
        if (key is not ColumnRef reference)
            return context.Refuse(step, LoweringDiagnostics.Operator("partition", step.Span));
        var one = new Distinct(new Project(keys, [Columns.Keep(reference.Column, step.Span)], step.Span), step.Span);
        var row = new OuterRow([new PlanColumn(reference.Column.Name, key.Type)], step.Span);
        if (step["Operand"].Find("Query") is { } query)
            return WithSource(context, one, row, query, step);
        var part = Part(shared, reference.Column.Name, row, step);
        var body = (context with { Piped = part }).Over(part).Table(step["Operand"]["Subquery"]);
        return new Apply(one, row, body, body.Columns, step.Span);
    }

    private static Relation WithSource(
        LoweringContext context, Relation keys, OuterRow row, SyntaxNode query, SyntaxNode step)
    {
        var value = new PartitionKeyBinding(new ColumnRef(row.Columns[0], step.Span));
        var body = (context with { Row = [], Piped = null }).With(row.Columns[0].Name, value).Table(query);
        if (!HasStage(body))
            return new Apply(keys, row, body, body.Columns, step.Span);
        const string What = "partition over a source of its own with this operator in it";
        return context.Refuse(step, LoweringDiagnostics.Construct(What, step.Span));
    }

    /// <summary>A stage runs before the statement that has the keys.</summary>
    private static bool HasStage(Relation relation) =>
        relation is RowsStage || RelationInputs.Of(relation).Any(HasStage);

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
