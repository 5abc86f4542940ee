using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>How many rows an operator such as <c>take</c> or <c>top</c> gives.</summary>
internal static class RowCounts
{
    /// <summary>The count that an operator names; FK0104 where it is a negative constant.</summary>
    /// <param name="context">Where to report it.</param>
    /// <param name="step">The operator.</param>
    /// <param name="name">The operator's name.</param>
    public static Scalar Of(LoweringContext context, SyntaxNode step, string name)
    {
        var count = context.Scalar(step["Expression"]);
        if (count is Literal { Value: < 0L or < 0 })
            context.Run.Report(LoweringDiagnostics.NegativeRows(name, count.Span));
        return count;
    }
}
