using System.IO.Enumeration;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>union</c>: rows of all inputs under the binder's columns. A column that an input lacks is null there; columns of
/// one name and several types are told apart by the binder's <c>name_type</c>.
/// </summary>
internal static class UnionOperator
{
    public static Relation Lower(LoweringContext context, SyntaxNode union) => Lower(context, [], union);

    public static Relation LowerPiped(LoweringContext context, Relation input, SyntaxNode step) =>
        Lower(context, [NamedInput.Of(context, input, 0)], step);

    private static Relation Lower(LoweringContext context, List<NamedInput> inputs, SyntaxNode step)
    {
        foreach (var expression in step.List("Expressions"))
            inputs.AddRange(InputsOf(context, expression, inputs.Count));
        var source = Parameters.Word(step, "withsource", "with_source");
        var columns = step.Type!.Columns!.Where(c => c.Name == source || IsKept(step, inputs, c))
            .Select(c => ColumnOf(context, inputs, c, step)).ToList();
        return new Union([.. inputs.Select(i => i.Align(columns, source, step.Span))], columns, step.Span);
    }

    /// <summary>The bound column; with the inputs' type where they all have another than the binder thinks.</summary>
    private static PlanColumn ColumnOf(
        LoweringContext context, List<NamedInput> inputs, BoundColumn column, SyntaxNode step)
    {
        var types = inputs.SelectMany(i => i.Relation.Columns).Where(c => c.Name == column.Name)
            .Select(c => c.Type).Distinct().ToList();
        return types is [var type] && column.Type is not null
            ? new PlanColumn(column.Name, type)
            : context.Run.Column(column, step.Span);
    }

    /// <summary>One input, or several for a wildcard, or none for a table that isfuzzy lets be missing.</summary>
    private static IEnumerable<NamedInput> InputsOf(LoweringContext context, SyntaxNode expression, int position)
    {
        var node = expression.Kind == "ParenthesizedExpression" ? expression["Expression"] : expression;
        if (IsMissing(node))
            return [];
        if (node.Kind != "NameReference")
            return [NamedInput.Of(context, context.Table(expression), position)];
        if (node.Text!.Contains('*', StringComparison.Ordinal))
        {
            return context.Run.Scope.Schema.Tables
                .Where(t => FileSystemName.MatchesSimpleExpression(node.Text, t.Name, ignoreCase: false))
                .Select(t => new NamedInput(TableLowering.ScanOf(t, node.Span), t.Name));
        }

        return IsView(context, node)
            ? [new NamedInput(context.Table(node), node.Text)]
            : [NamedInput.Of(context, context.Table(node), position)];
    }

    private static bool IsView(LoweringContext context, SyntaxNode name) =>
        context.Names.Find(name.Text!) is FunctionBinding function
        && function.Declaration.Find("ViewKeyword") is not null;

    private static bool IsMissing(SyntaxNode node) => node.Kind switch
    {
        "PipeExpression" or "ParenthesizedExpression" => IsMissing(node["Expression"]),
        "NameReference" => node.Symbol is null && !node.Text!.Contains('*', StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsKept(SyntaxNode step, List<NamedInput> inputs, BoundColumn column) =>
        Parameters.Word(step, "kind") != "inner"
        || inputs.TrueForAll(i => i.Match(column.Name, column.Type) is not null);
}
