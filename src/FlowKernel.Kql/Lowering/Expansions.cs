using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>What <c>mv-expand</c> and <c>mv-apply</c> have in common: the values that are expanded, and how.</summary>
internal static class Expansions
{
    /// <summary>The columns that take elements: named, or under the name of the column that they expand.</summary>
    public static IReadOnlyList<Expansion> Of(LoweringContext context, SyntaxNode step)
    {
        var sources = step.Sources;
        return [.. step.List("Expressions").Select(item => One(context, step, item, sources))];
    }

    /// <summary>The column of <c>with_itemindex</c>, or null.</summary>
    public static PlanColumn? Index(SyntaxNode step) =>
        Parameters.Word(step, "with_itemindex") is { } name ? new PlanColumn(name, KqlType.Long) : null;

    /// <summary>True for <c>bagexpansion=array</c> and <c>kind=array</c>.</summary>
    public static bool BagsAsArrays(SyntaxNode step) => Parameters.Word(step, "bagexpansion", "kind") == "array";

    /// <summary>The value after <c>limit</c>, or null.</summary>
    public static Scalar? RowLimit(LoweringContext context, SyntaxNode step) =>
        step.Find("RowLimitClause") is { } clause ? context.Scalar(clause["RowLimit"]) : null;

    private static Expansion One(
        LoweringContext context, SyntaxNode step, SyntaxNode item, IReadOnlyList<ColumnSource> sources)
    {
        var expression = item["Expression"];
        var name = NameOf(step, expression, sources);
        return new Expansion(new PlanColumn(name, TypeOf(context, item)), context.Scalar(expression));
    }

    private static string NameOf(SyntaxNode step, SyntaxNode expression, IReadOnlyList<ColumnSource> sources)
    {
        if (expression.Kind == "SimpleNamedExpression")
            return expression["Name"].Text!;
        if (expression.Kind == "NameReference")
            return expression.Text!;
        foreach (var source in sources)
        {
            if (source.Span == expression.Span)
                return step.Type!.Columns![source.Column].Name;
        }

        return "Column1";
    }

    private static KqlType TypeOf(LoweringContext context, SyntaxNode item)
    {
        if (item.Find("ToTypeOf") is not { } clause)
            return KqlType.Dynamic;
        var literal = context.Scalar(clause["TypeOf"]) as Literal;
        return literal?.Value is string name && KqlTypes.TryParse(name, out var type)
            ? type
            : KqlType.Dynamic;
    }
}
