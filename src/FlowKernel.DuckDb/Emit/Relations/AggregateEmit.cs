using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>summarize</c>, <c>count</c>.</summary>
internal static class AggregateEmit
{
    public static SelectBlock Emit(Aggregate aggregate, EmitContext context)
    {
        var values = aggregate.Keys.Concat(aggregate.Aggregates).Select(a => a.Value);
        var input = context.Open(context.Emit(aggregate.Input), values.SelectMany(ScalarTree.Columns));
        var aggregates = aggregate.Aggregates.Where(a => context.IsUsed(a.Column)).ToList();
        var items = aggregate.Keys.Concat(aggregates).Select(a => Item(a, input, context)).ToList();
        return input.WithItems([.. items]) with
        {
            Grouping = Grouping(aggregate.Keys.Count, aggregates),
            IsClosed = true,
            Order = [],
            Unique = [.. items.Take(aggregate.Keys.Count).Select(i => i.Name)],
        };
    }

    private static SelectItem Item(Assignment assignment, SelectBlock input, EmitContext context) =>
        ProjectEmit.Item(assignment.Column, assignment.Value, input, context) with { Ip4 = null };

    /// <summary>Without keys there is one row; where no item is an aggregate, HAVING makes it so.</summary>
    private static string Grouping(int keys, IReadOnlyList<Assignment> aggregates)
    {
        if (keys > 0)
            return $"GROUP BY {string.Join(", ", Enumerable.Range(1, keys).Select(i => SqlText.Number(i)))}";
        return aggregates.Any(a => ScalarTree.All(a.Value).Any(s => s is AggregateCall)) ? "" : "HAVING count(*) >= 0";
    }
}
