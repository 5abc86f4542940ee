using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>sample</c> and <c>sample-distinct</c>.</summary>
internal static class SampleOperators
{
    /// <summary>The first rows in a random order.</summary>
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var random = new Call("rand", [], KqlType.Real, step.Span);
        return new Top(
            input, RowCounts.Of(context, step, "sample"), [new SortKey(random, Descending: false, NullsFirst: true)],
            step.Span);
    }

    /// <summary>So many distinct values, any of them.</summary>
    public static Relation LowerDistinct(LoweringContext context, Relation input, SyntaxNode step)
    {
        var value = TupleValues.One(context, step["OfExpression"], 0, step.Type!.Columns![0]);
        var values = new Distinct(new Project(input, [value], step.Span), step.Span);
        return new Take(values, RowCounts.Of(context, step, "sample-distinct"), step.Span);
    }
}
