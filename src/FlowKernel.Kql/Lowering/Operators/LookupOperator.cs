using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>lookup</c>: a left outer (or inner) join without the right side's key columns.</summary>
internal static class LookupOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var right = context.Table(step["Expression"]);
        var keys = JoinKeys.Of(context, input, right, step.Find("LookupClause") ?? step.Find("ConditionClause"));
        if (keys is null)
            return TableLowering.StandIn(context, step);
        var kind = Parameters.Word(step, "kind") == "inner" ? JoinKind.Inner : JoinKind.LeftOuter;
        var join = new Join(input, right, kind, keys, [.. input.Columns, .. right.Columns], step.Span);
        var rightKeys = keys.Select(k => ((ColumnRef)k.Right).Column).ToHashSet();
        var kept = join.Columns.Where(c => !rightKeys.Contains(c)).ToList();
        if (kept.Count == step.Type!.Columns!.Count)
        {
            var named = kept.Zip(step.Type.Columns, (c, bound) => Columns.Rename(c, bound.Name, step.Span));
            return Columns.Select(join, [.. named], step.Span);
        }

        return context.Refuse(step, LoweringDiagnostics.Construct("this form of lookup", step.Span));
    }
}
