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
        var shared = new SharedRelation("nested", input);
        return TopNestedOthers.AreWanted(clauses)
            ? WithOthers(context, shared, clauses, columns, step.Span)
            : Levels(context, shared, clauses, columns, static rows => rows, step.Span);
    }

    /// <summary>The rows of all levels; each level's own go through a function first.</summary>
    private static Relation Levels(
        LoweringContext context, SharedRelation shared, List<SyntaxNode> clauses, IReadOnlyList<BoundColumn> columns,
        Func<Relation, Relation> passed, TextSpan span)
    {
        Relation? result = null;
        var levels = new List<Level>();
        for (var depth = 0; depth < clauses.Count; depth++)
        {
            var level = LevelOf(context, shared, clauses.Take(depth + 1).ToList(), columns);
            var rows = result is null ? level.Rows : Under(result, level, span);
            result = passed(Cut(rows, level, levels, span));
            levels.Add(level);
        }

        return result!;
    }

    private static Union WithOthers(
        LoweringContext context, SharedRelation shared, List<SyntaxNode> clauses, IReadOnlyList<BoundColumn> columns,
        TextSpan span)
    {
        var named = columns.Select(c => context.Run.Column(c, span)).ToList();
        var others = new TopNestedOthers(context, shared, clauses, named);
        var inputs = new List<UnionInput>();
        var kept = new List<SharedRelation>();
        var top = Levels(context, shared, clauses, columns, rows => Shared(rows), span);
        inputs.Insert(0, new UnionInput(top, [.. top.Columns.Select(c => new ColumnRef(c, span))]));
        return new Union(inputs, named, span);

        SharedScan Shared(Relation rows)
        {
            kept.Add(new SharedRelation("kept", rows));
            if (others.Of(kept.Count - 1, kept.ElementAtOrDefault(kept.Count - 2), kept[^1]) is { } left)
                inputs.Add(left);
            return SharedScans.Of(kept[^1], span);
        }
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
    private static Relation Cut(Relation rows, Level level, List<Level> above, TextSpan span)
    {
        var parents = rows.Columns.SkipLast(2).Where((_, i) => i % 2 == 0).ToList();
        Sort sorted = new(rows, [.. above.SelectMany((l, i) => Order(rows, l, i, span)), level.Order], span);
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

    /// <summary>The order of a level above, then its key, so that its rows stay together.</summary>
    private static SortKey[] Order(Relation rows, Level level, int index, TextSpan span) =>
    [
        level.Order with { Value = new ColumnRef(rows.Columns[(2 * index) + 1], span) },
        new SortKey(new ColumnRef(rows.Columns[2 * index], span), Descending: false, NullsFirst: true),
    ];

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
