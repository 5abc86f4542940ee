using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>project-rename</c>: all columns in their places, some under new names.</summary>
internal static class ProjectRenameOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step) => Columns.Select(
        input,
        [.. input.Columns.Zip(step.Type!.Columns!, (column, bound) => Columns.Rename(column, bound.Name, step.Span))],
        step.Span);
}
