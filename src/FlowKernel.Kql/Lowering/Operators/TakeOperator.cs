using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>take</c>, <c>limit</c>.</summary>
internal static class TakeOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step) =>
        new Take(input, context.Scalar(step["Expression"]), step.Span);
}
