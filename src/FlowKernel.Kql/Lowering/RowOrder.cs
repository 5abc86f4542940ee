using System.Collections.Frozen;
using FlowKernel.Kql.Tree;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Whether rows have an order for window functions (https://learn.microsoft.com/kusto/query/window-functions). Only what certainly has none counts as unordered.
/// </summary>
internal static class RowOrder
{
    private static readonly FrozenSet<string> Keeping = FrozenSet.Create(
        StringComparer.Ordinal,
        "ExtendOperator", "FilterOperator", "MvExpandOperator", "ParseOperator", "ParseWhereOperator",
        "ParseKvOperator", "ProjectOperator", "ProjectAwayOperator", "ProjectKeepOperator", "ProjectRenameOperator",
        "ProjectReorderOperator", "TakeOperator", "AsOperator");

    private static readonly FrozenSet<string> Losing = FrozenSet.Create(
        StringComparer.Ordinal,
        "SummarizeOperator", "DistinctOperator", "JoinOperator", "LookupOperator", "UnionOperator", "SearchOperator",
        "FindOperator", "SampleOperator", "MakeSeriesOperator", "DataTableExpression");

    /// <summary>True when the rows of a tabular expression have no order.</summary>
    public static bool IsMissing(LoweringContext context, SyntaxNode node) => node.Kind switch
    {
        "PipeExpression" => AfterStep(node["Operator"]) ?? IsMissing(context, node["Expression"]),
        "ParenthesizedExpression" => IsMissing(context, node["Expression"]),
        "NameReference" => IsUnordered(context, node.Text!),
        _ => AfterStep(node) ?? context.IsUnordered,
    };

    /// <summary>What a step makes of the order; null where it leaves the input's.</summary>
    private static bool? AfterStep(SyntaxNode step) => Keeping.Contains(step.Kind) ? null : Losing.Contains(step.Kind);

    private static bool IsUnordered(LoweringContext context, string name) => context.Names.Find(name) switch
    {
        TabularBinding tabular => IsMissing(tabular.Context, tabular.Expression),
        null => context.Run.Named(name) is null,
        _ => false,
    };
}
