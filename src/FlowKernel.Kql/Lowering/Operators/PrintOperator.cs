using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>print</c>: one row.</summary>
internal static class PrintOperator
{
    public static Relation Lower(LoweringContext context, SyntaxNode source)
    {
        var row = context with { Row = [] };
        var expressions = source.List("Expressions").ToList();
        var columns = source.Type!.Columns!.Select(c => context.Run.Column(c, source.Span)).ToList();
        if (expressions.Count == columns.Count)
            return new Rows(columns, [[.. expressions.Select(e => row.Scalar(Unnamed(e)))]], source.Span);
        context.Run.Report(LoweringDiagnostics.Construct("an expression with several values in print", source.Span));
        return TableLowering.StandIn(context, source);
    }

    private static SyntaxNode Unnamed(SyntaxNode expression) =>
        expression.Kind == "SimpleNamedExpression" ? expression["Expression"] : expression;
}
