using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>mv-expand</c>: one row per element of its dynamic values.</summary>
internal static class MvExpandOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var expansions = Expansions.Of(context, step);
        var index = Expansions.Index(step);
        var filled = expansions.Select(e => e.Column).Append(index).OfType<PlanColumn>()
            .ToDictionary(c => c.Name, StringComparer.Ordinal);
        var columns = step.Type!.Columns!
            .Select(c => filled.GetValueOrDefault(c.Name) ?? context.Column(c.Name))
            .OfType<PlanColumn>();
        return new Expand(
            input, expansions, index, Expansions.BagsAsArrays(step), Expansions.RowLimit(context, step), [.. columns],
            step.Span);
    }
}
