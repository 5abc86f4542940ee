using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>where</c>, <c>filter</c>.</summary>
internal static class WhereOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step) =>
        new Filter(input, context.Scalar(step["Condition"]), step.Span);
}
