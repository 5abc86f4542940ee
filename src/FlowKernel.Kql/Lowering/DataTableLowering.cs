using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary><c>datatable(a:long, b:string)[1, "x", …]</c>: literals, row by row, in the declared types.</summary>
internal static class DataTableLowering
{
    public static Relation Lower(LoweringContext context, SyntaxNode node)
    {
        var columns = node.Type!.Columns!.Select(c => context.Run.Column(c, node.Span)).ToArray();
        if (columns.Length == 0)
            return new Rows(columns, [], node.Span);
        var rows = node.List("Values").Chunk(columns.Length).Select(row => Row(context, columns, row));
        return new Rows(columns, [.. rows], node.Span);
    }

    private static IReadOnlyList<Scalar> Row(LoweringContext context, PlanColumn[] columns, SyntaxNode[] values) =>
        [.. values.Select((value, i) => Conversion.To(columns[i].Type, context.Scalar(value)))];
}
