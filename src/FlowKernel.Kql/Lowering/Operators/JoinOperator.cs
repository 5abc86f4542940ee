using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>join</c>: without a kind it is innerunique; repeated names take the binder's suffixes.</summary>
internal static class JoinOperator
{
    private static readonly Dictionary<string, JoinKind> Kinds = new(StringComparer.Ordinal)
    {
        ["innerunique"] = JoinKind.InnerUnique,
        ["inner"] = JoinKind.Inner,
        ["leftouter"] = JoinKind.LeftOuter,
        ["rightouter"] = JoinKind.RightOuter,
        ["fullouter"] = JoinKind.FullOuter,
        ["leftsemi"] = JoinKind.LeftSemi,
        ["rightsemi"] = JoinKind.RightSemi,
        ["leftanti"] = JoinKind.LeftAnti,
        ["leftantisemi"] = JoinKind.LeftAnti,
        ["anti"] = JoinKind.LeftAnti,
        ["rightanti"] = JoinKind.RightAnti,
        ["rightantisemi"] = JoinKind.RightAnti,
    };

    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var right = context.Table(step["Expression"]);
        var kind = Kinds[Parameters.Word(step, "kind") ?? "innerunique"];
        var keys = JoinKeys.Of(context, input, right, step.Find("ConditionClause"));
        if (keys is null)
            return TableLowering.StandIn(context, step);
        var join = new Join(input, right, kind, keys, ColumnsOf(kind, input, right), step.Span);
        if (join.Columns.Count != step.Type!.Columns!.Count)
            return context.Refuse(step, LoweringDiagnostics.Construct("this form of join", step.Span));
        var named = join.Columns.Select((c, i) => Columns.Rename(c, NameOf(c, i, join, step), step.Span));
        return Columns.Select(join, [.. named], step.Span);
    }

    /// <summary>
    /// The left side keeps its names. A column of the right side has the one that the binder gives it, whose order of that
    /// side may be another.
    /// </summary>
    private static string NameOf(PlanColumn column, int index, Join join, SyntaxNode step)
    {
        var left = join.Columns.Count - join.Right.Columns.Count;
        if (index < left || join.Columns.Count != join.Left.Columns.Count + join.Right.Columns.Count)
            return column.Name;
        var place = (step["Expression"].Type?.Columns ?? []).Index()
            .FirstOrDefault(c => c.Item.Name == column.Name, (index - left, null!)).Index;
        return step.Type!.Columns![left + place].Name;
    }

    private static IReadOnlyList<PlanColumn> ColumnsOf(JoinKind kind, Relation left, Relation right) => kind switch
    {
        JoinKind.LeftSemi or JoinKind.LeftAnti => left.Columns,
        JoinKind.RightSemi or JoinKind.RightAnti => right.Columns,
        _ => [.. left.Columns, .. right.Columns],
    };
}
