using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>union</c>.</summary>
internal static class UnionEmit
{
    public static SelectBlock Emit(Union union, EmitContext context)
    {
        var arms = union.Inputs.Select(input => EmitContext.Bracketed(Arm(input, union.Columns, context)));
        var from = $"(\n{SqlText.Indent(string.Join("\nUNION ALL\n", arms))}\n) AS {context.Names.Alias()}";
        var items = union.Columns.Select(c => new SelectItem(c, context.Names.Of(c), Name(c, context)) { IsPlain = true });
        return new SelectBlock(from, [.. items]);
    }

    private static SelectBlock Arm(UnionInput input, IReadOnlyList<PlanColumn> columns, EmitContext context)
    {
        var block = context.Emit(input.Relation);
        if (block.IsClosed || !block.ArePlain(input.Values.Where(v => v is not ColumnRef).SelectMany(ScalarTree.Columns)))
            block = context.Wrap(block);
        if (block.Order.Count > 0 && block.Limit is null)
            block = block with { Order = [] };
        else if (block.Order.Count > 0)
            block = context.Wrap(block) with { Order = [] };
        var items = columns.Zip(input.Values, (c, value) => ProjectEmit.Item(c, value, block, context)).ToList();
        return block.WithItems(items);
    }

    private static string Name(PlanColumn column, EmitContext context) =>
        SqlText.Identifier(context.Names.Of(column));
}
