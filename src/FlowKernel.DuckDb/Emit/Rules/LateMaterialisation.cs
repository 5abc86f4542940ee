using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;

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
        var keys = aggregate.Keys.Select(k => k with { Value = table.Resolved(k.Value)! }).ToList();
        var others = aggregate.Aggregates
            .Where(a => used.Contains(a.Column) && !choice.Values.ContainsKey(a.Column))
            .Select(a => a with { Value = table.OfGroup(a.Value)! }).ToList();
        if (keys.Concat(others).Any(a => a.Value is null))
            return null;
        return new Project(
            ChosenRows.Of(table, keys, choice.Of(table.RowNumber), others, aggregate.Span),
            [.. keys, .. aggregate.Aggregates.Select(a => a with { Value = Value(a.Column) })],
            aggregate.Span)
        {
            Unique = [.. keys.Select(k => k.Column)],
        };

        Scalar Value(PlanColumn column) =>
            choice.Values.TryGetValue(column, out var value) ? value
            : used.Contains(column) ? new ColumnRef(column, aggregate.Span)
            : new Literal(null, column.Type, aggregate.Span);
    }
}
