using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>What algorithms read of a graph's relations.</summary>
internal static class GraphInputs
{
    /// <summary>The first columns of a shared relation, in the order of the first.</summary>
    public static Relation Keys(SharedRelation shared, int count, TextSpan span)
    {
        var rows = SharedScans.Of(shared, span);
        return ByKey(new Project(rows, [.. rows.Columns.Take(count).Select(c => Columns.Keep(c, span))], span), span);
    }

    /// <summary>The rows in the order of their first column, so that a search gives the same each time.</summary>
    public static Sort ByKey(Relation rows, TextSpan span) => new(
        rows, [new SortKey(new ColumnRef(rows.Columns[0], span), Descending: false, NullsFirst: true)], span);
}
