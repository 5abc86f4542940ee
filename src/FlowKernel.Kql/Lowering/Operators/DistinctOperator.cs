using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>distinct</c>: of all columns, or of expressions.</summary>
internal static class DistinctOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var expressions = step.List("Expressions").ToList();
        if (expressions is [{ Kind: "StarExpression" }])
            return new Distinct(input, step.Span);
        var assignments = expressions.Zip(step.Type!.Columns!, (e, c) => TupleValues.One(context, e, 0, c));
        return new Distinct(Columns.Select(input, [.. assignments], step.Span), step.Span);
    }
}
