using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>top-nested</c>: the top values of a first expression, in each of them the top values of a second, and so on.
/// Each level is an aggregate of the input by all keys so far, joined to the level above and cut by row number.
/// </summary>
internal static class TopNestedOperator
{
    private sealed record Level(
        IReadOnlyList<Assignment> Keys, Assignment Value, SortKey Order, Scalar? Count, Relation Rows);

    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var clauses = step.List("Clauses").ToList();
        var columns = step.Type!.Columns!;
        if (clauses.Select(c => c.Find("WithOthersClause")).OfType<SyntaxNode>().FirstOrDefault() is { } others)
            return context.Refuse(step, LoweringDiagnostics.Construct("'with others' of top-nested", others.Span));
        var shared = new SharedRelation("nested", input);
        Relation? result = null;
        var orders = new List<SortKey>();
        for (var depth = 0; depth < clauses.Count; depth++)
        {
            var level = LevelOf(context, shared, clauses.Take(depth + 1).ToList(), columns);
            var rows = result is null ? level.Rows : Under(result, level, step.Span);
            result = Cut(rows, level, orders, step.Span);
        }

        return result!;
    }

    private static Level LevelOf(
        LoweringContext context, SharedRelation shared, List<SyntaxNode> clauses, IReadOnlyList<BoundColumn> columns)
    {
        var span = clauses[^1].Span;
        var input = SharedScans.Of(shared, span);
        var over = context.Over(input);
        var keys = clauses.Select((c, i) => new Assignment(
            over.Run.Column(columns[2 * i], c.Span), over.Scalar(c["OfExpression"]))).ToList();
        var by = SortOperator.Key(over, clauses[^1]["ByExpression"]);
        var value = new Assignment(over.Run.Column(columns[(2 * clauses.Count) - 1], span), by.Value);
        var order = by with { Value = new ColumnRef(value.Column, span) };
        var count = clauses[^1].Find("Expression") is { } n ? over.Scalar(n) : null;
        return new Level(keys, value, order, count, new Aggregate(input, keys, [value], span));
    }

    /// <summary>The level's rows under those of the level above, whose columns come first.</summary>
    private static Project Under(Relation above, Level level, TextSpan span)
    {
        var joined = level.Keys.SkipLast(1).Select((key, i) => new JoinKey(
            new ColumnRef(above.Columns[2 * i], span), new ColumnRef(key.Column, span)));
        var join = new Join(
            above, level.Rows, JoinKind.Inner, [.. joined], [.. above.Columns, .. level.Rows.Columns], span);
        var kept = above.Columns.Append(level.Keys[^1].Column).Append(level.Value.Column);
        return new Project(join, [.. kept.Select(c => Columns.Keep(c, span))], span);
    }

    /// <summary>The rows in order, and of each parent only so many.</summary>
    private static Relation Cut(Relation rows, Level level, List<SortKey> orders, TextSpan span)
    {
        var parents = rows.Columns.SkipLast(2).Where((_, i) => i % 2 == 0).ToList();
        Sort sorted = new(rows, [.. orders, level.Order], span);
        orders.Add(level.Order);
        orders.Add(new SortKey(new ColumnRef(rows.Columns[^2], span), Descending: false, NullsFirst: true));
        if (level.Count is null)
            return sorted;
        var number = new PlanColumn("$row_number", KqlType.Long);
        var numbered = new Project(
            sorted,
            [.. rows.Columns.Select(c => Columns.Keep(c, span)), new Assignment(number, Number(parents, span))],
            span);
        var first = new Call("<=", [new ColumnRef(number, span), level.Count], KqlType.Bool, span);
        return new Project(
            new Filter(numbered, first, span), [.. rows.Columns.Select(c => Columns.Keep(c, span))], span);
    }

    /// <summary>The row's number among the rows of its parent.</summary>
    private static WindowCall Number(List<PlanColumn> parents, TextSpan span)
    {
        var one = new Literal(1L, KqlType.Long, span);
        var restart = parents
            .Select(c => (Scalar)new Call(
                "!=",
                [
                    new ColumnRef(c, span),
                    new WindowCall("prev", [new ColumnRef(c, span)], c.Type, span),
                ],
                KqlType.Bool,
                span))
            .Aggregate((Scalar?)null, (a, b) => a is null ? b : new Call("or", [a, b], KqlType.Bool, span));
        return new WindowCall("row_number", restart is null ? [] : [one, restart], KqlType.Long, span);
    }

}
