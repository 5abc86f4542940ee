using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// <c>arg_max</c>, <c>arg_min</c> and <c>take_any</c> of several columns choose one row of each group. Grouping keeps the
/// number of that row only, and its columns are read from the table afterwards: a group then takes a few bytes, however
/// many columns are asked for, and all of them are of one row.
/// </summary>
internal sealed class LateMaterialisation : IPlanRule
{
    /// <inheritdoc/>
    public string Name => "late materialisation";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context)
    {
        var used = new Lazy<HashSet<PlanColumn>>(() => ColumnUse.Find(plan));
        return new PlanRewriter(
            r => r is Aggregate a && RowChoice.MayBeIn(a) ? Late(a, used.Value, context.Tables) ?? a : r).Rewrite(plan);
    }

    private static Relation? Late(Aggregate aggregate, HashSet<PlanColumn> used, ITableCatalog tables)
    {
        if (TableRows.Of(aggregate.Input, tables) is not { } table
            || RowChoice.In(aggregate, used, table) is not { } choice)
            return null;
        var keys = aggregate.Keys.Select(k => table.Resolved(k.Value)).ToList();
        var others = aggregate.Aggregates
            .Where(a => used.Contains(a.Column) && !choice.Values.ContainsKey(a.Column))
            .Select(a => (a.Column, Value: table.OfGroup(a.Value))).ToList();
        if (keys.Exists(k => k is null) || others.Exists(a => a.Value is null))
            return null;

        var (rows, over) = table.Again();
        var chosen = new Assignment(new PlanColumn("chosen row", KqlType.Long), over(choice.Of(table.RowNumber)));
        var groups = new Aggregate(
            rows,
            [.. aggregate.Keys.Zip(keys, (k, value) => new Assignment(Copy(k.Column), over(value!)))],
            [chosen, .. others.Select(a => new Assignment(a.Column, over(a.Value!)))],
            aggregate.Span);
        return new Project(
            Joined(table, groups, chosen.Column),
            [
                .. aggregate.Keys.Zip(keys, (k, value) => k with { Value = value! }),
                .. aggregate.Aggregates.Select(a => a with { Value = Value(a.Column) }),
            ],
            aggregate.Span)
        {
            Unique = [.. aggregate.Keys.Select(k => k.Column)],
        };

        Scalar Value(PlanColumn column) =>
            choice.Values.TryGetValue(column, out var value) ? value
            : used.Contains(column) ? new ColumnRef(column, aggregate.Span)
            : new Literal(null, column.Type, aggregate.Span);
    }

    private static Join Joined(TableRows table, Aggregate groups, PlanColumn chosen)
    {
        var (left, span) = (table.All, groups.Span);
        var key = new JoinKey(new ColumnRef(table.RowNumber, span), new ColumnRef(chosen, span));
        return groups.Aggregates.Count == 1
            ? new Join(left, groups, JoinKind.LeftSemi, [key], left.Columns, span)
            : new Join(left, groups, JoinKind.Inner, [key], [.. left.Columns, .. groups.Columns], span);
    }

    private static PlanColumn Copy(PlanColumn column) => new(column.Name, column.Type);
}
