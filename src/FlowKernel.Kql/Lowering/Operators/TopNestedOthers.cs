using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// The rows of <c>top-nested … with others</c>: one for what a level leaves out under each of its parents, where that
/// level or one below it asks for others. Levels that do not ask are null in it.
/// </summary>
/// <param name="context">Where the operator stands.</param>
/// <param name="input">The operator's rows.</param>
/// <param name="clauses">A clause for each level.</param>
/// <param name="columns">The operator's columns, two for each level: key and value.</param>
internal sealed class TopNestedOthers(
    LoweringContext context, SharedRelation input, IReadOnlyList<SyntaxNode> clauses, IReadOnlyList<PlanColumn> columns)
{
    /// <summary>True when some level asks for others.</summary>
    public static bool AreWanted(IEnumerable<SyntaxNode> clauses) => clauses.Any(HasOthers);

    /// <summary>What a level leaves out; null when nobody asks for it.</summary>
    /// <param name="level">The level, from 0.</param>
    /// <param name="above">The rows that the level above keeps; null for the first level.</param>
    /// <param name="kept">The rows that this level keeps.</param>
    public UnionInput? Of(int level, SharedRelation? above, SharedRelation kept)
    {
        if (!AreWanted(clauses.Skip(level)))
            return null;
        var span = clauses[level].Span;
        var scan = SharedScans.Of(input, span);
        var over = context.Over(scan);
        var keys = clauses.Take(level + 1)
            .Select((c, i) => new Assignment(
                new PlanColumn($"key_{i}", columns[2 * i].Type), over.Scalar(c["OfExpression"])))
            .ToList();
        Relation rows = new Project(scan, [.. scan.Columns.Select(c => Columns.Keep(c, span)), .. keys], span);
        var parents = above is null ? null : SharedScans.Of(above, span);
        if (parents is not null)
        {
            var joined = Keys(parents, keys.SkipLast(1), span);
            rows = new Join(parents, rows, JoinKind.Inner, joined, [.. parents.Columns, .. rows.Columns], span);
        }

        var top = SharedScans.Of(kept, span);
        JoinKey[] same = [.. Keys(top, keys, span).Select(Turned)];
        var left = new Join(rows, top, JoinKind.LeftAnti, same, rows.Columns, span);
        return Total(left, parents?.Columns ?? [], over, level, span);
    }

    private UnionInput Total(
        Relation left, IReadOnlyList<PlanColumn> parents, LoweringContext over, int level, TextSpan span)
    {
        var groups = parents
            .Select(c => new Assignment(new PlanColumn(c.Name, c.Type), new ColumnRef(c, span))).ToList();
        var totals = clauses.Skip(level).Where(HasOthers)
            .Select(c => SortOperator.Key(over, c["ByExpression"]).Value)
            .Select(value => new Assignment(new PlanColumn("total", value.Type), value)).ToList();
        var count = new Assignment(
            new PlanColumn("rows", KqlType.Long), new AggregateCall("count", [], KqlType.Long, span));
        var summed = new Aggregate(left, groups, [.. totals, count], span);
        var some = new Call(
            ">", [new ColumnRef(count.Column, span), new Literal(0L, KqlType.Long, span)], KqlType.Bool, span);
        var values = groups.Select(g => (Scalar)new ColumnRef(g.Column, span)).ToList();
        var next = new Queue<Assignment>(totals);
        for (var i = level; i < clauses.Count; i++)
            values.AddRange(Values(over, i, HasOthers(clauses[i]) ? next.Dequeue() : null, span));
        return new UnionInput(new Filter(summed, some, span), values);
    }

    private IEnumerable<Scalar> Values(LoweringContext over, int level, Assignment? total, TextSpan span)
    {
        var (key, value) = (columns[2 * level], columns[(2 * level) + 1]);
        if (total is not { } given)
            return [Nothing(key, span), Nothing(value, span)];
        var others = over.Scalar(clauses[level]["WithOthersClause"]["Expression"]);
        return [Conversion.To(key.Type, others), Conversion.To(value.Type, new ColumnRef(given.Column, span))];
    }

    private static Literal Nothing(PlanColumn column, TextSpan span) =>
        new(column.Type == KqlType.String ? "" : null, column.Type, span);

    private static JoinKey[] Keys(Relation above, IEnumerable<Assignment> keys, TextSpan span) => [.. keys.Select(
        (key, i) => new JoinKey(new ColumnRef(above.Columns[2 * i], span), new ColumnRef(key.Column, span)))];

    private static JoinKey Turned(JoinKey key) => new(key.Right, key.Left);

    private static bool HasOthers(SyntaxNode clause) => clause.Find("WithOthersClause") is not null;
}
