using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>take</c>, <c>limit</c>; <c>consume</c>, which hands no row on.</summary>
internal static class TakeOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step) =>
        new Take(input, RowCounts.Of(context, step, "take"), step.Span);

    public static Relation LowerConsume(LoweringContext context, Relation input, SyntaxNode step) =>
        new Take(input, new Literal(0L, KqlType.Long, step.Span), step.Span);
}
