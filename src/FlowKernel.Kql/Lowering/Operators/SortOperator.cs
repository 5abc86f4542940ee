using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>sort by</c>, <c>order by</c> and <c>top … by</c>; descending unless written otherwise.</summary>
internal static class SortOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step) =>
        new Sort(input, [.. step.List("Expressions").Select(key => Key(context, key))], step.Span);

    public static Relation LowerTop(LoweringContext context, Relation input, SyntaxNode step) =>
        new Top(input, RowCounts.Of(context, step, "top"), [Key(context, step["ByExpression"])], step.Span);

    /// <summary>A sort key with KQL's defaults: nulls first when ascending, last when descending.</summary>
    public static SortKey Key(LoweringContext context, SyntaxNode key)
    {
        if (key.Kind != "OrderedExpression")
            return new SortKey(context.Scalar(key), Descending: true, NullsFirst: false);
        var ordering = key["Ordering"];
        var descending = !IsWord(ordering.Find("AscOrDescKeyword"), "asc", "granny-asc");
        var nulls = ordering.Find("NullsClause")?.Find("FirstOrLastKeyword");
        var nullsFirst = nulls is null ? !descending : IsWord(nulls, "first");
        return new SortKey(context.Scalar(key["Expression"]), descending, nullsFirst);
    }

    private static bool IsWord(SyntaxNode? keyword, params ReadOnlySpan<string> words) =>
        keyword?.Text is { } text && words.Contains(text);
}
