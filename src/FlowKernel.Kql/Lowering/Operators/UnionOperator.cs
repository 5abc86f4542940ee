using System.Globalization;
using System.IO.Enumeration;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>union</c>: rows of all inputs under the binder's columns. A column that an input lacks is null there; columns of
/// one name and several types are told apart by the binder's <c>name_type</c>.
/// </summary>
internal static class UnionOperator
{
    private readonly record struct Input(Relation Relation, string Name);

    public static Relation Lower(LoweringContext context, SyntaxNode union) => Lower(context, [], union);

    public static Relation LowerPiped(LoweringContext context, Relation input, SyntaxNode step) =>
        Lower(context, [new Input(input, "union_arg0")], step);

    private static Relation Lower(LoweringContext context, List<Input> inputs, SyntaxNode step)
    {
        foreach (var expression in step.List("Expressions"))
            inputs.AddRange(InputsOf(context, expression, inputs.Count));
        var source = Parameters.Word(step, "withsource", "with_source");
        var columns = step.Type!.Columns!.Where(c => c.Name == source || IsKept(step, inputs, c))
            .Select(c => context.Run.Column(c, step.Span)).ToList();
        return new Union([.. inputs.Select(i => Align(i, columns, source, step.Span))], columns, step.Span);
    }

    /// <summary>One input, or several for a wildcard, or none for a table that isfuzzy lets be missing.</summary>
    private static IEnumerable<Input> InputsOf(LoweringContext context, SyntaxNode expression, int position)
    {
        var node = expression.Kind == "ParenthesizedExpression" ? expression["Expression"] : expression;
        if (IsMissing(node))
            return [];
        if (node.Kind != "NameReference")
            return [new Input(context.Table(expression), string.Create(CultureInfo.InvariantCulture, $"union_arg{position}"))];
        if (node.Text!.Contains('*', StringComparison.Ordinal))
        {
            return context.Run.Scope.Schema.Tables
                .Where(t => FileSystemName.MatchesSimpleExpression(node.Text, t.Name, ignoreCase: false))
                .Select(t => new Input(TableLowering.ScanOf(t, node.Span), t.Name));
        }

        return [new Input(context.Table(node), node.Text)];
    }

    private static bool IsMissing(SyntaxNode node) => node.Kind switch
    {
        "PipeExpression" or "ParenthesizedExpression" => IsMissing(node["Expression"]),
        "NameReference" => node.Symbol is null && !node.Text!.Contains('*', StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsKept(SyntaxNode step, List<Input> inputs, BoundColumn column) =>
        Parameters.Word(step, "kind") != "inner" || inputs.TrueForAll(i => Match(i.Relation, column.Name, column.Type) is not null);

    private static UnionInput Align(Input input, List<PlanColumn> columns, string? source, TextSpan span) => new(
        input.Relation,
        [.. columns.Select(c => c.Name == source
            ? new Literal(input.Name, KqlType.String, span)
            : Match(input.Relation, c.Name, c.Type) is { } match
                ? (Scalar)new ColumnRef(match, span)
                : new Literal(c.Type == KqlType.String ? "" : null, c.Type, span))]);

    private static PlanColumn? Match(Relation relation, string name, KqlType? type) =>
        relation.Columns.FirstOrDefault(c => c.Type == type && c.Name == name)
        ?? relation.Columns.FirstOrDefault(c => c.Type == type && $"{c.Name}_{c.Type.Name()}" == name);
}
