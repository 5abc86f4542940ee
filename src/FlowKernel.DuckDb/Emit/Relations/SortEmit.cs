using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// <c>sort</c>: notes the order; it is written where rows are cut off or the statement ends, so that the operators
/// between keep it. NaN goes with the nulls, next to the numbers; ties go by the columns that tell rows apart.
/// </summary>
internal static class SortEmit
{
    public static SelectBlock Emit(Sort sort, EmitContext context) =>
        Order(context.Emit(sort.Input), sort.Keys, context);

    /// <summary>The rows of a SELECT in the order of these keys.</summary>
    public static SelectBlock Order(SelectBlock input, IReadOnlyList<SortKey> keys, EmitContext context)
    {
        var (values, block) = WindowEmit.Prepare([.. keys.Select(k => k.Value)], input, context);
        if (block.Limit is not null || NeedsItems(block, values))
            block = context.Open(block, values.SelectMany(ScalarTree.Columns));
        var hidden = new List<SelectItem>();
        var order = new List<OrderTerm>();
        foreach (var (key, value) in keys.Zip(values))
            Add(key, value, block, context, hidden, order);
        var ties = block.Unique.Where(name => order.TrueForAll(o => o.Name != name));
        order.AddRange(ties.Select(name => new OrderTerm(name, false, true)));
        return block.WithItems([.. block.Items, .. hidden]) with { Order = order };
    }

    private static bool NeedsItems(SelectBlock block, IReadOnlyList<Scalar> values) =>
        values.Any(v => v is not ColumnRef || v.Type == KqlType.Real) || block.Modifier.Length > 0;

    private static void Add(
        SortKey key, Scalar value, SelectBlock block, EmitContext context,
        List<SelectItem> hidden, List<OrderTerm> order)
    {
        var sql = context.Emit(value, block);
        if (value.Type == KqlType.Real)
        {
            var rank = new SelectItem(
                null, context.Names.Fresh("rank"),
                $"CASE WHEN {sql} IS NULL THEN 2 WHEN isnan({sql}) THEN 1 ELSE 0 END");
            hidden.Add(rank);
            order.Add(new OrderTerm(rank.Name, key.NullsFirst, false));
        }

        var item = value is ColumnRef reference ? block.Find(reference.Column)! : null;
        if (item is null)
            hidden.Add(item = new SelectItem(null, context.Names.Fresh("key"), sql));
        order.Add(new OrderTerm(item.Name, key.Descending, key.NullsFirst));
    }
}
