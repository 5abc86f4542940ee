using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>union</c>.</summary>
internal static class UnionEmit
{
    public static SelectBlock Emit(Union union, EmitContext context)
    {
        var arms = union.Inputs.Select(input => EmitContext.Bracketed(Arm(input, union.Columns, context))).ToList();
        var from = $"(\n{SqlText.Indent(string.Join("\nUNION ALL\n", arms))}\n) AS {context.Names.Alias()}";
        return new SelectBlock(from, [.. union.Columns.Where(context.IsUsed).Select(c => Item(c, context))]);
    }

    private static SelectBlock Arm(UnionInput input, IReadOnlyList<PlanColumn> columns, EmitContext context)
    {
        var block = context.Emit(input.Relation);
        var computed = input.Values.Where(v => v is not ColumnRef).SelectMany(ScalarTree.Columns);
        if (block.IsClosed || !block.ArePlain(computed))
            block = context.Wrap(block);
        if (block.Order.Count > 0 && block.Limit is null)
            block = block with { Order = [] };
        else if (block.Order.Count > 0)
            block = context.Wrap(block) with { Order = [] };
        var items = columns.Zip(input.Values).Where(p => context.IsUsed(p.First))
            .Select(p => ProjectEmit.Item(p.First, p.Second, block, context));
        return block.WithItems([.. items]);
    }

    private static SelectItem Item(PlanColumn column, EmitContext context)
    {
        var name = context.Names.Of(column);
        return new SelectItem(column, name, SqlText.Identifier(name)) { IsPlain = true };
    }
}
