using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>print</c>: one row.</summary>
internal static class PrintOperator
{
    public static Relation Lower(LoweringContext context, SyntaxNode source)
    {
        var row = context with { Row = [] };
        if (TupleValues.Assign(row, source.List("Expressions"), source.Type!.Columns!) is { } values)
            return new Rows([.. values.Select(v => v.Column)], [[.. values.Select(v => v.Value)]], source.Span);
        return context.Refuse(source, LoweringDiagnostics.Construct("this form of print", source.Span));
    }
}
