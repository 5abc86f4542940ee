using FlowKernel.Algorithms.Graphs;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>
/// What expressions over a pattern read: properties of its elements, and <c>all</c>, <c>any</c>, <c>map</c> over the edges
/// of a path. Each becomes a column of the matches.
/// </summary>
internal sealed class GraphScope(GraphValue graph, IReadOnlyList<GraphElement> elements)
{
    private readonly List<(PlanColumn Column, GraphOutputKind Kind, GraphElement Element, Scalar? Value)> _outputs = [];

    /// <summary>The columns of a match, with what is computed for them over nodes or edges.</summary>
    public IReadOnlyList<(PlanColumn Column, GraphOutputKind Kind, GraphElement Element, Scalar? Value)> Outputs =>
        _outputs;

    /// <summary>The elements, nodes before edges.</summary>
    public IReadOnlyList<GraphElement> Elements => elements;

    /// <summary>The element whose property a column is, or null.</summary>
    public GraphElement? Owner(PlanColumn column) =>
        elements.FirstOrDefault(e => e.Row.Columns.Any(c => ReferenceEquals(c, column)));

    /// <summary>The graph's column behind a property of an element.</summary>
    public PlanColumn Behind(GraphElement element, PlanColumn column)
    {
        var properties = element.IsEdge ? graph.EdgeColumns : graph.NodeColumns;
        return properties[element.Row.Columns.Index().First(p => ReferenceEquals(p.Item, column)).Index];
    }

    /// <summary>Notes that matches need an element's property.</summary>
    public void Read(PlanColumn column)
    {
        if (Owner(column) is not { } owner || _outputs.Exists(o => ReferenceEquals(o.Column, column)))
            return;
        var kind = owner.IsEdge ? GraphOutputKind.Edge : GraphOutputKind.Node;
        _outputs.Add((column, kind, owner, new ColumnRef(Behind(owner, column), default)));
    }

    /// <summary>A column of each match with what a function asks of its elements; null for other functions.</summary>
    public Scalar? TryLower(LoweringContext context, string name, IReadOnlyList<SyntaxNode> arguments, SyntaxNode call)
    {
        if (name is "node_degree_in" or "node_degree_out" && arguments is [var one] && Element(one) is { IsEdge: false } n)
        {
            var kind = name == "node_degree_in" ? GraphOutputKind.InDegree : GraphOutputKind.OutDegree;
            return Output(kind, n, null, KqlType.Long, call);
        }

        if (name == "node_id" && arguments is [var known] && Element(known) is { IsEdge: false } named)
            return Output(GraphOutputKind.Node, named, NodeId(call), KqlType.String, call);
        if (arguments.Count == 0 && OfThisNode(name, call) is { } own)
            return own;
        if (name is not ("all" or "any" or "map") || arguments is not [var over, var body])
            return null;
        var inner = over.Kind == "FunctionCallExpression" && over["Name"].Text == "inner_nodes";
        var path = inner ? over["ArgumentList"].List("Expressions").First() : over;
        if (Element(path) is not { IsEdge: true } edge)
            return ScalarLowering.Refused(context, over);
        var row = inner ? graph.NodeColumns : graph.EdgeColumns;
        var value = (context with { Row = row }).Scalar(body);
        if (ReadsElements(value))
            return ScalarLowering.Refused(context, body);
        return name == "map"
            ? Output(inner ? GraphOutputKind.InnerArray : GraphOutputKind.EdgeArray, edge, Packed(value), KqlType.Dynamic, call)
            : Output(KindOf(name, inner), edge, value, KqlType.Bool, call);
    }

    /// <summary>A condition over the graph's edges, or its nodes; null when it reads elements of the pattern.</summary>
    public Scalar? LowerOver(LoweringContext context, bool nodes, SyntaxNode condition)
    {
        var scalar = (context with { Row = nodes ? graph.NodeColumns : graph.EdgeColumns }).Scalar(condition);
        return ReadsElements(scalar) ? null : scalar;
    }

    /// <summary>The node whose id or degree a column of the matches holds, or whose property it is; null for others.</summary>
    public GraphElement? Node(PlanColumn column)
    {
        var asked = _outputs.Find(o => ReferenceEquals(o.Column, column));
        return asked.Kind is GraphOutputKind.Node or GraphOutputKind.InDegree or GraphOutputKind.OutDegree
            && asked.Element is { IsEdge: false } node ? node : Owner(column) is { IsEdge: false } owner ? owner : null;
    }

    /// <summary>The array of a property of all edges of a path: <c>map(edges, property)</c>.</summary>
    public Scalar Mapped(GraphElement edge, ColumnRef property, SyntaxNode node) => Output(
        GraphOutputKind.EdgeArray, edge, Packed(new ColumnRef(Behind(edge, property.Column), property.Span)),
        KqlType.Dynamic, node);

    /// <summary>The element that a name stands for, or null.</summary>
    public GraphElement? Element(SyntaxNode node) =>
        node.Kind == "NameReference" ? elements.FirstOrDefault(e => e.Name == node.Text) : null;

    /// <summary>What a function without a node asks of the node at hand, inside <c>inner_nodes</c>; null for others.</summary>
    private Scalar? OfThisNode(string name, SyntaxNode call) => name switch
    {
        "node_id" => NodeId(call),
        "node_degree_in" or "node_degree_out" when NodeDegrees.Of(graph, name) is { } column =>
            new ColumnRef(column, call.Span),
        _ => null,
    };

    private Scalar NodeId(SyntaxNode call) => graph.IsPartitioned
        ? GraphPartition.Id(graph.Nodes.Columns[0], call.Span)
        : Conversion.To(KqlType.String, new ColumnRef(graph.Nodes.Columns[0], call.Span));

    private static GraphOutputKind KindOf(string name, bool inner) => (name, inner) switch
    {
        ("all", false) => GraphOutputKind.AllEdges,
        ("all", true) => GraphOutputKind.AllInner,
        (_, false) => GraphOutputKind.AnyEdge,
        _ => GraphOutputKind.AnyInner,
    };

    private ColumnRef Output(GraphOutputKind kind, GraphElement element, Scalar? value, KqlType type, SyntaxNode call)
    {
        var column = new PlanColumn($"{kind}_{_outputs.Count}", type);
        _outputs.Add((column, kind, element, value));
        return new ColumnRef(column, call.Span);
    }

    private bool ReadsElements(Scalar scalar) => scalar switch
    {
        ColumnRef reference => Owner(reference.Column) is not null
            || _outputs.Exists(o => ReferenceEquals(o.Column, reference.Column)),
        Call call => call.Arguments.Any(ReadsElements),
        _ => false,
    };

    private static Call Packed(Scalar value) => new("pack_array", [value], KqlType.Dynamic, value.Span);
}
