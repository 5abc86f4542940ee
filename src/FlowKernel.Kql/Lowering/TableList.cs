using System.IO.Enumeration;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>The tables that <c>union</c>, <c>search</c> and <c>find</c> read.</summary>
internal static class TableList
{
    /// <summary>
    /// One input, or several for a wildcard, or none for a table that isfuzzy lets be missing. What is neither a table
    /// nor a view takes the name that <paramref name="named"/> gives it.
    /// </summary>
    public static IEnumerable<NamedInput> Inputs(
        LoweringContext context, SyntaxNode expression, Func<Relation, NamedInput> named)
    {
        var node = expression.Kind == "ParenthesizedExpression" ? expression["Expression"] : expression;
        if (IsMissing(node))
            return [];
        if (DatabaseTables.NameIn(context, node) is { Text: { } name })
            return Tables(context, node.Span, n => FileSystemName.MatchesSimpleExpression(name, n, false));
        if (node.Kind != "NameReference")
            return [named(context.Table(expression))];
        if (node.Text!.Contains('*', StringComparison.Ordinal))
            return Named(context, node.Span, n => FileSystemName.MatchesSimpleExpression(node.Text, n, false));
        return context.Names.Find(node.Text) is FunctionBinding { IsView: true }
            ? [new NamedInput(context.Table(node), node.Text)]
            : [named(context.Table(node))];
    }

    /// <summary>All tables of the connection, then the views that the query declares.</summary>
    public static IEnumerable<NamedInput> All(LoweringContext context, TextSpan span) =>
        Named(context, span, static _ => true);

    private static IEnumerable<NamedInput> Tables(
        LoweringContext context, TextSpan span, Func<string, bool> isMeant) => context.Run.Scope.Schema.Tables
        .Where(t => isMeant(t.Name))
        .Select(t => new NamedInput(TableLowering.ScanOf(t, span), t.Name));

    private static IEnumerable<NamedInput> Named(LoweringContext context, TextSpan span, Func<string, bool> isMeant) =>
        Tables(context, span, isMeant)
        .Concat(context.Names.Views().Where(v => isMeant(v.Name))
            .Select(v => new NamedInput(FunctionCalls.View(context, v.View), v.Name)));

    private static bool IsMissing(SyntaxNode node) => node.Kind switch
    {
        "PipeExpression" or "ParenthesizedExpression" => IsMissing(node["Expression"]),
        "NameReference" => node.Symbol is null && !node.Text!.Contains('*', StringComparison.Ordinal),
        _ => false,
    };
}
