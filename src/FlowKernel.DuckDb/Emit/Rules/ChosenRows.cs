using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>The rows of a table, one of each group, that an aggregate over the numbers of rows chooses.</summary>
internal static class ChosenRows
{
    /// <summary>A join that has the columns of the table, and those of the other aggregates.</summary>
    /// <param name="table">Where the rows are chosen among.</param>
    /// <param name="keys">The groups, over the table.</param>
    /// <param name="number">What chooses, over the table: it gives the number of a row.</param>
    /// <param name="others">What else is known of each group, over the table.</param>
    /// <param name="span">What of the query asks for it.</param>
    public static Join Of(
        TableRows table, IReadOnlyList<Assignment> keys, AggregateCall number, IReadOnlyList<Assignment> others,
        TextSpan span)
    {
        var (rows, over) = table.Again();
        var chosen = new PlanColumn("chosen row", KqlType.Long);
        var groups = new Aggregate(
            rows,
            [.. keys.Select(k => new Assignment(new PlanColumn(k.Column.Name, k.Column.Type), over(k.Value)))],
            [new Assignment(chosen, over(number)), .. others.Select(a => a with { Value = over(a.Value) })],
            span);
        var left = table.All;
        var same = new JoinKey(new ColumnRef(table.RowNumber, span), new ColumnRef(chosen, span));
        return others.Count == 0
            ? new Join(left, groups, JoinKind.LeftSemi, [same], left.Columns, span)
            : new Join(left, groups, JoinKind.Inner, [same], [.. left.Columns, .. groups.Columns], span);
    }
}
