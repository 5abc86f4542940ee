using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// <c>join kind=innerunique</c>, which <c>join</c> alone means, keeps one left row of each key: the first, which is found by
/// its number, and whose columns are read afterwards, as with <see cref="LateMaterialisation"/>.
/// </summary>
internal sealed class LateUniqueRows : IPlanRule
{
    // On 10 million rows with 10,000 keys, four columns took 0.52 s of processor time, and 0.12 s so.
    private const int FewestColumns = 2;

    /// <inheritdoc/>
    public string Name => "late materialisation of unique rows";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context)
    {
        var used = new Lazy<HashSet<PlanColumn>>(() => ColumnUse.Find(plan));
        return new PlanRewriter(
            r => r is Join { Kind: JoinKind.InnerUnique, Keys.Count: > 0 } join
                ? Late(join, used.Value, context.Tables) ?? join
                : r).Rewrite(plan);
    }

    private static Join? Late(Join join, HashSet<PlanColumn> used, ITableCatalog tables)
    {
        if (TableRows.Of(join.Left, tables) is not { } table)
            return null;
        var keys = join.Keys
            .Select((k, i) => new Assignment(new PlanColumn($"key {i + 1}", k.Left.Type), table.Resolved(k.Left)!)).ToList();
        var columns = join.Left.Columns.Select(c => new Assignment(c, Value(c)!)).ToList();
        if (keys.Concat(columns).Any(a => a.Value is null) || columns.Count(IsReturned) < FewestColumns)
            return null;
        var first = new AggregateCall("min", [new ColumnRef(table.RowNumber, join.Span)], KqlType.Long, join.Span);
        var left = new Project(ChosenRows.Of(table, keys, first, [], join.Span), columns, join.Left.Span);
        return join with { Left = left, Kind = JoinKind.Inner };

        Scalar? Value(PlanColumn column) => used.Contains(column)
            ? table.Resolved(new ColumnRef(column, join.Span))
            : new Literal(null, column.Type, join.Span);

        bool IsReturned(Assignment a) => used.Contains(a.Column)
            && !keys.Exists(k => ValueOfRow.Text(k.Value) == ValueOfRow.Text(a.Value));
    }
}
