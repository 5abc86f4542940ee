using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>
/// <c>make-graph</c> (https://learn.microsoft.com/kusto/query/make-graph-operator): each row of the input is an edge. The
/// nodes are the rows of the node tables, one for each key, and the edges' ends that are in none of them, which have
/// their key, in each table's key column, and no other property.
/// </summary>
internal static class MakeGraph
{
    public static GraphValue Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var span = step.Span;
        var type = context.Scalar(step["SourceColumn"]).Type;
        var source = GraphPartition.Key(context, context.Scalar(step["SourceColumn"]), step);
        var target = GraphPartition.Key(context, context.Scalar(step["TargetColumn"]), step);
        var shared = new SharedRelation("edges", new Project(
            input,
            [
                new Assignment(new PlanColumn("$source", source.Type), source),
                new Assignment(new PlanColumn("$target", target.Type), target),
                .. input.Columns.Select(c => Columns.Keep(c, span)),
            ],
            span));
        var ends = Ends(shared, span);
        var isPartitioned = GraphPartition.Is(step);
        var id = isPartitioned
            ? Conversion.To(type, GraphPartition.Id(ends.Columns[0], span))
            : new ColumnRef(ends.Columns[0], span);
        return new GraphValue(Nodes(context, ends, id, step), SharedScans.Of(shared, span)) { IsPartitioned = isPartitioned };
    }

    private static Relation Nodes(LoweringContext context, Relation ends, Scalar id, SyntaxNode step)
    {
        var clause = step.Find("WithClause");
        if (clause?.Kind == "MakeGraphWithImplicitIdClause")
            return WithId(ends, id, clause["Name"].Text!, step.Span);
        var tables = clause?.List("TablesAndKeys").ToList() ?? [];
        return tables.Count == 0 ? ends : WithTables(context, ends, id, tables, step);
    }

    /// <summary>The keys of all ends of edges.</summary>
    private static Distinct Ends(SharedRelation edges, TextSpan span)
    {
        var (left, right) = (SharedScans.Of(edges, span), SharedScans.Of(edges, span));
        var key = new PlanColumn("$key", left.Columns[0].Type);
        var both = new Union(
            [
                new UnionInput(left, [new ColumnRef(left.Columns[0], span)]),
                new UnionInput(right, [Conversion.To(key.Type, new ColumnRef(right.Columns[1], span))]),
            ],
            [key],
            span);
        return new Distinct(both, span);
    }

    private static Project WithId(Relation ends, Scalar id, string name, TextSpan span) => new(
        ends,
        [
            Columns.Keep(ends.Columns[0], span),
            new Assignment(new PlanColumn(name, id.Type), id),
        ],
        span);

    /// <summary>The rows of the tables, one for each key, and the ends without a row.</summary>
    private static Union WithTables(
        LoweringContext context, Relation ends, Scalar id, IReadOnlyList<SyntaxNode> clauses, SyntaxNode step)
    {
        var span = step.Span;
        var rows = new SharedRelation("nodes", NodeTables.Of(context, clauses, ends.Columns[0].Type, step));
        var keys = clauses.Select(NodeTables.KeyOf).ToHashSet(StringComparer.Ordinal);
        var (known, present) = (SharedScans.Of(rows, span), SharedScans.Of(rows, span));
        var missing = new Join(
            ends, present, JoinKind.LeftAnti,
            [new JoinKey(new ColumnRef(ends.Columns[0], span), new ColumnRef(present.Columns[0], span))],
            ends.Columns, span);
        var end = new ColumnRef(ends.Columns[0], span);
        var lacking = known.Columns.Skip(1)
            .Select(c => keys.Contains(c.Name) ? Conversion.To(c.Type, id) : Nothing(c, span));
        return new Union(
            [
                new UnionInput(known, [.. known.Columns.Select(c => new ColumnRef(c, span))]),
                new UnionInput(missing, [end, .. lacking]),
            ],
            [.. known.Columns.Select(c => new PlanColumn(c.Name, c.Type))],
            span);
    }

    private static Literal Nothing(PlanColumn column, TextSpan span) =>
        new(column.Type == KqlType.String ? "" : null, column.Type, span);
}
