using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>getschema</c>: the input's columns as rows, with the .NET type names that Kusto gives.</summary>
internal static class GetSchemaOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step) => new Rows(
        [
            new PlanColumn("ColumnName", KqlType.String), new PlanColumn("ColumnOrdinal", KqlType.Int),
            new PlanColumn("DataType", KqlType.String), new PlanColumn("ColumnType", KqlType.String),
        ],
        [.. input.Columns.Select((column, index) => Row(column, index, step.Span))],
        step.Span);

    private static IReadOnlyList<Scalar> Row(PlanColumn column, int index, TextSpan span) =>
    [
        new Literal(column.Name, KqlType.String, span),
        new Literal(index, KqlType.Int, span),
        new Literal(column.Type.KustoDataType(), KqlType.String, span),
        new Literal(column.Type.Name(), KqlType.String, span),
    ];
}
