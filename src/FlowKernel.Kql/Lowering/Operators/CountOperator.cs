using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>count</c>: one row that holds how many there are.</summary>
internal static class CountOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var column = context.Run.Column(step.Type!.Columns![0], step.Span);
        var count = new AggregateCall("count", [], KqlType.Long, step.Span);
        return new Aggregate(input, [], [new Assignment(column, count)], step.Span);
    }
}
