using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>
/// The nodes of <c>make-graph … with Nodes1 on Id1, Nodes2 on Id2</c>: one for each key, with the properties of both
/// tables; of two values of a property, the first table's; a property that its table lacks is empty. The key comes first, the properties after it.
/// </summary>
internal static class NodeTables
{
    /// <summary>The rows of the tables; reported and without rows where their columns do not fit each other.</summary>
    public static Relation Of(LoweringContext context, IReadOnlyList<SyntaxNode> clauses, KqlType type, SyntaxNode step)
    {
        var first = One(context, clauses[0], type, step);
        if (clauses.Count == 1)
            return first;
        var (second, span) = (One(context, clauses[1], type, step), clauses[1].Span);
        var differ = first.Columns.Any(c => Match(second, c) is { } other && other.Type != c.Type);
        if (!differ)
            return Merged(first, second, span);
        const string What = "node tables with a property of two types";
        context.Run.Report(LoweringDiagnostics.Construct(What, span));
        return first;
    }

    /// <summary>The name of the column that a table's key is in.</summary>
    public static string KeyOf(SyntaxNode clause) => clause["Column"].Text!;

    private static Relation One(LoweringContext context, SyntaxNode clause, KqlType type, SyntaxNode step)
    {
        var table = context.Table(clause["Table"]);
        if (context.Over(table).Scalar(clause["Column"]) is not ColumnRef { Column: var key })
            return context.Refuse(clause, LoweringDiagnostics.Construct("this key of nodes", clause.Span));
        var span = clause.Span;
        var id = new Assignment(new PlanColumn("$key", type), Conversion.To(
            type, GraphPartition.Key(context.Over(table), new ColumnRef(key, span), step)));
        var properties = table.Columns.Select(c => new Assignment(
            new PlanColumn(c.Name, c.Type),
            new AggregateCall("take_any row", [new ColumnRef(c, span)], c.Type, span)));
        return new Aggregate(table, [id], [.. properties], span);
    }

    private static Project Merged(Relation first, Relation second, TextSpan span)
    {
        var key = new JoinKey(new ColumnRef(first.Columns[0], span), new ColumnRef(second.Columns[0], span));
        var both = new Join(first, second, JoinKind.FullOuter, [key], [.. first.Columns, .. second.Columns], span);
        var merged = first.Columns.Select(c => new Assignment(
            new PlanColumn(c.Name, c.Type), Match(second, c) is { } other ? Either(c, other, span) : Ref(c, span)));
        var added = second.Columns.Where(c => Match(first, c) is null)
            .Select(c => new Assignment(new PlanColumn(c.Name, c.Type), Ref(c, span)));
        return new Project(both, [.. merged, .. added], span);
    }

    private static PlanColumn? Match(Relation relation, PlanColumn column) =>
        relation.Columns.FirstOrDefault(c => c.Name == column.Name);

    private static Call Either(PlanColumn first, PlanColumn second, TextSpan span) =>
        new("coalesce", [Ref(first, span), Ref(second, span)], first.Type, span);

    private static Scalar Ref(PlanColumn column, TextSpan span) => new ColumnRef(column, span);
}
