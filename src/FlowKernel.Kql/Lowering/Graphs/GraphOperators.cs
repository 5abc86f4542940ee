using System.Collections.Frozen;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>Lowers an operator that makes a table of a graph.</summary>
internal delegate Relation GraphOperatorLowering(LoweringContext context, GraphValue graph, SyntaxNode step);

/// <summary>The operators that make tables of graphs.</summary>
internal static class GraphOperators
{
    private static readonly FrozenDictionary<string, GraphOperatorLowering> Steps =
        new Dictionary<string, GraphOperatorLowering>
        {
            ["GraphMatchOperator"] = GraphMatchOperator.Lower,
            ["GraphShortestPathsOperator"] = GraphMatchOperator.LowerShortest,
            ["GraphToTableOperator"] = GraphToTableOperator.Lower,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How an operator is lowered, or null.</summary>
    public static GraphOperatorLowering? Find(string kind) => Steps.GetValueOrDefault(kind);
}
