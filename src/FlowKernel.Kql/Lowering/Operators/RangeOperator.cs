using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>range x from a to b step c</c>.</summary>
internal static class RangeOperator
{
    public static Relation Lower(LoweringContext context, SyntaxNode source)
    {
        var row = context with { Row = [] };
        return new RangeRows(
            context.Run.Column(source.Type!.Columns![0], source.Span),
            row.Scalar(source["From"]),
            row.Scalar(source["To"]),
            row.Scalar(source["Step"]),
            source.Span);
    }
}
