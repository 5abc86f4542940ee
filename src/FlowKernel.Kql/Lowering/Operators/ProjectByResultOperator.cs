using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>project-away</c>, <c>project-keep</c>, <c>project-reorder</c>: columns by name, as the binder chose.
/// </summary>
internal static class ProjectByResultOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var kept = step.Type!.Columns!.Select(c => context.Column(c.Name)).OfType<PlanColumn>();
        return Columns.Select(input, [.. kept.Select(c => Columns.Keep(c, step.Span))], step.Span);
    }
}
