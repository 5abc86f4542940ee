using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>search</c>: the rows that match, of the input, of named tables, or of all tables and views, as
/// <c>union … | where …</c> would give them.
/// </summary>
internal static class SearchOperator
{
    private const string Source = "$table";

    public static Relation LowerPiped(LoweringContext context, Relation input, SyntaxNode step) =>
        Lower(context, [new NamedInput(input, context.Run.TitleOf(input) ?? "search_arg0")], step);

    public static Relation Lower(LoweringContext context, SyntaxNode source) => Lower(
        context,
        source.Find("InClause") is { } clause
            ? [.. clause.List("Expressions").SelectMany(table => TableList.Inputs(
                context, table, relation => NamedInput.Titled(context, relation, Source, table.Span)))]
            : [.. TableList.All(context, source.Span)],
        source);

    private static Relation Lower(LoweringContext context, IReadOnlyList<NamedInput> inputs, SyntaxNode step)
    {
        if (inputs.Count == 0)
            return context.Refuse(step, LoweringDiagnostics.NoTables(step.Span));
        var caseSensitive = Parameters.Word(step, "kind") == "case_sensitive";
        var columns = step.Type!.Columns!.Select(c => context.Run.Column(c, step.Span)).ToList();
        var matching = inputs
            .Select(input => UnifiedInput.Of(input, columns.Where(c => c.Name != Source), step))
            .Select(i => new NamedInput(i.Matching(context, step["Condition"], caseSensitive), i.Name));
        return new Union([.. matching.Select(i => i.Align(columns, Source, step.Span))], columns, step.Span);
    }
}
