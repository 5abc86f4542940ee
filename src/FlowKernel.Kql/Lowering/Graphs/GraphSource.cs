using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>Lowers what gives a graph: <c>make-graph</c>, operators that change a graph, and names of graphs.</summary>
internal static class GraphSource
{
    /// <summary>The graph; one without rows where a problem was reported.</summary>
    public static GraphValue Of(LoweringContext context, SyntaxNode node)
    {
        if (node.Kind == "ParenthesizedExpression")
            return Of(context, node["Expression"]);
        if (node.Kind == "NameReference" && context.Names.Find(node.Text!) is TabularBinding named)
            return Of(named.Context, named.Expression);
        if (node.Kind == "PipeExpression" && node["Operator"] is var step)
        {
            if (step.Kind == "MakeGraphOperator")
            {
                var edges = context.Table(node["Expression"]);
                return MakeGraph.Lower(context.Over(edges), edges, step);
            }

            if (step.Kind == "GraphMarkComponentsOperator")
                return MarkComponents.Lower(Of(context, node["Expression"]), step);
        }

        context.Run.Report(LoweringDiagnostics.Construct("this graph", node.Span));
        return new GraphValue(new Rows([new PlanColumn("key", Results.KqlType.String)], [], node.Span),
            new Rows(
                [new PlanColumn("source", Results.KqlType.String), new PlanColumn("target", Results.KqlType.String)],
                [], node.Span));
    }
}
