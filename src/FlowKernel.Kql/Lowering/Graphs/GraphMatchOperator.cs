using FlowKernel.Algorithms.Graphs;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>
/// <c>graph-match</c> and <c>graph-shortest-paths</c>: conditions on one element go into the nodes and edges that are
/// searched, conditions on several are asked of the matches.
/// </summary>
internal static class GraphMatchOperator
{
    public static Relation Lower(LoweringContext context, GraphValue graph, SyntaxNode step) =>
        Lower(context, graph, step, shortest: false);

    public static Relation LowerShortest(LoweringContext context, GraphValue graph, SyntaxNode step) =>
        Lower(context, graph, step, shortest: true);

    private static Relation Lower(LoweringContext context, GraphValue graph, SyntaxNode step, bool shortest)
    {
        graph = NodeDegrees.Where(graph, step);
        var reader = new PatternReader(context, graph);
        reader.Read(step);
        var cycles = Cycles(Parameters.Word(step, "cycles"));
        if (Refusal(reader, cycles, shortest) is { } why)
            return context.Refuse(step, LoweringDiagnostics.Construct(why, step.Span));
        var scope = new GraphScope(graph, [.. reader.Nodes, .. reader.Edges.Select(e => e.Element)]);
        var inside = Inside(context, scope);
        var conditions = GraphConditions.Read(inside, scope, step.Find("WhereClause")?["Condition"]);
        if (shortest && conditions.Exists(c => !IsOfEnds(scope, reader, c)))
            return context.Refuse(step, LoweringDiagnostics.Construct("a condition between inner elements", step.Span));
        var values = Values(inside, scope, step);
        foreach (var read in conditions.Concat(values.Select(v => v.Value)).SelectMany(GraphConditions.ColumnsOf))
            scope.Read(read);
        var matches = Matches(graph, reader, scope, cycles, shortest ? Parameters.Word(step, "output") ?? "any" : null, step.Span);
        var fitting = conditions.Aggregate((Relation)matches, (rows, c) => new Filter(rows, c, step.Span));
        return new Project(fitting, values, step.Span);
    }

    private static string? Refusal(PatternReader reader, GraphCycles cycles, bool shortest)
    {
        if (reader.IsSplit)
            return "a pattern whose sequences share no node";
        if (reader.HasCycle && (cycles == GraphCycles.None || shortest))
            return "a pattern that is a cycle itself";
        if (reader.Edges.Any(e => e.Least < 0 || e.Most < e.Least))
            return "a path whose least length is more than its greatest";
        return shortest && reader.Edges.Any(e => e.To != e.From + 1) ? "a path of several sequences" : null;
    }

    private static GraphCycles Cycles(string? word) => word switch
    {
        "all" => GraphCycles.All,
        "none" => GraphCycles.None,
        _ => GraphCycles.UniqueEdges,
    };

    private static LoweringContext Inside(LoweringContext context, GraphScope scope)
    {
        var inside = context with { Row = [], Graph = scope };
        foreach (var element in scope.Elements.Where(e => e.Name is not null))
            inside = inside.With(element.Name!, element.Row);
        return inside;
    }

    /// <summary>True for a condition between the first and the last node, which chooses among pairs.</summary>
    private static bool IsOfEnds(GraphScope scope, PatternReader reader, Scalar condition) =>
        GraphConditions.ColumnsOf(condition).All(c => scope.Node(c) is { } owner
            && (owner.Index == 0 || owner.Index == reader.Nodes.Count - 1));

    private static List<Assignment> Values(LoweringContext context, GraphScope scope, SyntaxNode step)
    {
        var expressions = step["ProjectClause"].List("Expressions");
        return [.. expressions.Zip(step.Type!.Columns!, (e, bound) => Named(bound.Name, Value(context, scope, e)))];
    }

    /// <summary>The value has its own type: the binder takes that of an array for that of an element.</summary>
    private static Assignment Named(string name, Scalar value) => new(new PlanColumn(name, value.Type), value);

    /// <summary>A property of a path is the array of its edges' ones.</summary>
    private static Scalar Value(LoweringContext context, GraphScope scope, SyntaxNode expression)
    {
        var scalar = context.Scalar(expression);
        if (scalar is ColumnRef reference && scope.Owner(reference.Column) is { IsVariable: true } edge)
            return scope.Mapped(edge, reference, expression);
        return GraphConditions.ColumnsOf(scalar).Any(c => scope.Owner(c) is { IsVariable: true })
            ? ScalarLowering.Refused(context, expression)
            : scalar;
    }

    private static RowsStage Matches(
        GraphValue graph, PatternReader reader, GraphScope scope, GraphCycles cycles, string? shortest, TextSpan span)
    {
        var nodes = new GraphTable(graph.Nodes, 1, span);
        var edges = new GraphTable(graph.Edges, 2, span);
        var pattern = new GraphPattern(
            [.. reader.Nodes.Select(n => new PatternNode(nodes.Filter(n.Filters)))],
            [.. reader.Edges.Select(e => new PatternEdge(
                e.From, e.To, e.Direction, e.Least, e.Most, edges.Filter(e.Element.Filters),
                nodes.Filter(e.Element.InnerFilters)))],
            cycles);
        var outputs = scope.Outputs.Select(o => new GraphOutput(
            o.Column.Name, o.Column.Type, o.Kind, o.Element.Index,
            o.Value is null ? 0 : (IsOfNodes(o.Kind) ? nodes : edges).Value(o.Value))).ToList();
        IRowsAlgorithm search = shortest is null
            ? new PatternMatch(pattern, outputs, span)
            : new ShortestPaths(pattern, outputs, shortest == "all", span);
        return new RowsStage([nodes.Relation, edges.Relation], search, [.. scope.Outputs.Select(o => o.Column)], span);
    }

    private static bool IsOfNodes(GraphOutputKind kind) => kind is GraphOutputKind.Node or GraphOutputKind.InnerArray
        or GraphOutputKind.AllInner or GraphOutputKind.AnyInner;
}
