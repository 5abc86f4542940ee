using FlowKernel.Algorithms.Graphs;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary><c>graph-mark-components</c>: the same graph, with the number of a component at each node.</summary>
internal static class MarkComponents
{
    public static GraphValue Lower(GraphValue graph, SyntaxNode step)
    {
        var span = step.Span;
        var strong = Parameters.Word(step, "kind") == "strong";
        var name = Parameters.Word(step, "with_component_id") ?? "ComponentId";
        var nodes = new SharedRelation("nodes", graph.Nodes);
        var edges = new SharedRelation("edges", graph.Edges);
        PlanColumn[] columns = [new("key", graph.Nodes.Columns[0].Type), new(name, KqlType.Long)];
        var marks = new RowsStage(
            [GraphInputs.Keys(nodes, 1, span), GraphInputs.Keys(edges, 2, span)], new Components(strong), columns, span);
        var marked = SharedScans.Of(nodes, span);
        var join = new Join(
            marked, marks, JoinKind.Inner,
            [new JoinKey(new ColumnRef(marked.Columns[0], span), new ColumnRef(columns[0], span))],
            [.. marked.Columns, .. columns], span);
        var kept = marked.Columns.Append(columns[1]).Select(c => Columns.Keep(c, span));
        return new GraphValue(new Project(join, [.. kept], span), SharedScans.Of(edges, span));
    }
}
