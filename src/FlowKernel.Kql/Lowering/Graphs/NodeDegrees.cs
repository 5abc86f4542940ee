using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>
/// How many edges lead to and from each node, as columns of the nodes: what <c>node_degree_in()</c> and
/// <c>node_degree_out()</c> without a node ask for each node of a path
/// (https://learn.microsoft.com/kusto/query/node-degree-in).
/// </summary>
internal static class NodeDegrees
{
    private const string In = "node_degree_in";
    private const string Out = "node_degree_out";

    /// <summary>The graph, with these columns where the pattern asks for them.</summary>
    public static GraphValue Where(GraphValue graph, SyntaxNode step) => IsAsked(step)
        ? graph with { Nodes = With(With(graph.Nodes, graph.Edges, 1, Column(In), step.Span), graph.Edges, 0, Column(Out), step.Span) }
        : graph;

    /// <summary>The column of the nodes that a function without a node stands for, or null.</summary>
    public static PlanColumn? Of(GraphValue graph, string function) =>
        graph.Nodes.Columns.FirstOrDefault(c => c.Name == Column(function));

    private static string Column(string function) => "$" + function;

    private static bool IsAsked(SyntaxNode node) =>
        (node.Kind == "FunctionCallExpression" && node["Name"].Text is In or Out && !node["ArgumentList"].List("Expressions").Any())
        || node.Items.Any(IsAsked);

    private static Project With(Relation nodes, Relation edges, int end, string name, TextSpan span)
    {
        var keys = edges.Columns[end];
        var key = new PlanColumn(keys.Name, keys.Type);
        var count = new PlanColumn("count", KqlType.Long);
        var counted = new Aggregate(
            edges, [new Assignment(key, new ColumnRef(keys, span))],
            [new Assignment(count, new AggregateCall("count", [], KqlType.Long, span))], span);
        var node = new ColumnRef(nodes.Columns[0], span);
        var joined = new Join(
            nodes, counted, JoinKind.LeftOuter, [new JoinKey(node, Conversion.To(node.Type, new ColumnRef(key, span)))],
            [.. nodes.Columns, .. counted.Columns], span);
        var degree = new Call(
            "coalesce", [new ColumnRef(count, span), new Literal(0L, KqlType.Long, span)], KqlType.Long, span);
        return new Project(
            joined,
            [
                .. nodes.Columns.Select(c => Columns.Keep(c, span)),
                new Assignment(new PlanColumn(name, KqlType.Long), degree),
            ],
            span);
    }
}
