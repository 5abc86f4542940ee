using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>search</c>: the rows that match, of the input, of named tables, or of all, like a union.</summary>
internal static class SearchOperator
{
    public static Relation LowerPiped(LoweringContext context, Relation input, SyntaxNode step) =>
        Lower(context, [new NamedInput(input, "search_arg0")], step);

    public static Relation Lower(LoweringContext context, SyntaxNode source) => Lower(
        context,
        source.Find("InClause") is { } clause
            ? [.. clause.List("Expressions").Select(t => new NamedInput(context.Table(t), t.Text ?? "search_arg0"))]
            : [.. context.Run.Scope.Schema.Tables
                .Select(t => new NamedInput(TableLowering.ScanOf(t, source.Span), t.Name))],
        source);

    private static Union Lower(LoweringContext context, IReadOnlyList<NamedInput> inputs, SyntaxNode step)
    {
        var caseSensitive = Parameters.Word(step, "kind") == "case_sensitive";
        var columns = step.Type!.Columns!.Select(c => context.Run.Column(c, step.Span)).ToList();
        var matching = inputs.Select(input => new NamedInput(
            new Filter(
                input.Relation,
                new SearchCondition(context.Over(input.Relation), caseSensitive).Lower(step["Condition"]),
                step.Span),
            input.Name));
        return new Union([.. matching.Select(i => i.Align(columns, "$table", step.Span))], columns, step.Span);
    }
}
