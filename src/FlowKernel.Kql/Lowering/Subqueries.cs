using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Tabular expressions inside scalar ones: <c>toscalar</c> and the right side of <c>in</c>. They are computed once,
/// before any row is read (https://learn.microsoft.com/kusto/query/toscalar-function).
/// </summary>
internal static class Subqueries
{
    private static readonly HashSet<string> Volatile = new(["rand", "new_guid"], StringComparer.Ordinal);

    /// <summary>The value of <c>toscalar</c>: also of a scalar that would be another one in each row.</summary>
    public static Scalar ToScalar(LoweringContext context, SyntaxNode node)
    {
        var type = ScalarLowering.TypeOf(node);
        if (node["Expression"] is { Type.Columns: not null } table)
            return new ScalarSubquery(Table(context, table), type, node.Span);
        if (node["Expression"] is { Kind: "NameReference", Text: { } name }
            && context.Names.Find(name) is PartitionKeyBinding key)
        {
            return key.Value;
        }

        var value = Within(context).Scalar(node["Expression"]);
        return IsVolatile(value) ? new ScalarSubquery(Once(context, value, node), type, node.Span) : value;
    }

    /// <summary>The rows of a subquery; it cannot read the row that it stands in.</summary>
    public static Relation Table(LoweringContext context, SyntaxNode table) => Within(context).Table(table);

    /// <summary>Reports a value that reads columns of a row from outside a subquery; gives it back.</summary>
    public static Scalar Checked(LoweringContext context, ScalarBinding binding, SyntaxNode name)
    {
        if (binding.Depth < context.Depth && FirstColumn(binding.Value) is { } column)
            context.Run.Report(LoweringDiagnostics.RowInSubquery(name.Text!, column.Name, name.Span));
        return binding.Value;
    }

    private static LoweringContext Within(LoweringContext context) => context with { Depth = context.Depth + 1 };

    private static SharedScan Once(LoweringContext context, Scalar value, SyntaxNode node)
    {
        var row = new Rows([new PlanColumn("value", value.Type)], [[value]], node.Span);
        return SharedScans.Of(context.Run.Once(node.Span.Start, row), node.Span);
    }

    private static bool IsVolatile(Scalar scalar) =>
        scalar is Call call && (Volatile.Contains(call.Function) || call.Arguments.Any(IsVolatile));

    private static PlanColumn? FirstColumn(Scalar scalar) => scalar switch
    {
        ColumnRef reference => reference.Column,
        Call call => call.Arguments.Select(FirstColumn).FirstOrDefault(c => c is not null),
        InSubquery membership => FirstColumn(membership.Value),
        _ => null,
    };
}
