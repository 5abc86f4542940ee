using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>One reading of a relation that is computed once; it keeps that relation's order.</summary>
internal static class SharedEmit
{
    public static SelectBlock Emit(SharedScan scan, EmitContext context)
    {
        if (context.Shared.IsReadOnce(scan.Shared))
            return Inline(scan, context.Emit(scan.Shared.Relation), context);

        var query = context.Shared.Of(scan.Shared, context);
        var names = query.Block.Items.ToDictionary(i => i.Name, i => context.Names.Fresh(i.Name));
        var columns = scan.Shared.Relation.Columns.Zip(scan.Columns).ToDictionary(p => p.First, p => p.Second);
        var items = query.Block.Items.Select(i => Item(i, columns, names, context)).ToList();
        var byInner = query.Block.Items.Zip(items).ToDictionary(p => p.First.Name, p => p.Second.Name);
        return new SelectBlock(query.Name, items)
        {
            Order = [.. query.Block.Order.Select(o => o with { Name = byInner[o.Name] })],
        };
    }

    private static SelectBlock Inline(SharedScan scan, SelectBlock block, EmitContext context)
    {
        var outer = scan.Shared.Relation.Columns.Zip(scan.Columns).ToDictionary(p => p.First, p => p.Second);
        var open = context.Wrap(block);
        return open.WithItems([.. open.Items.Select(i =>
            i.Column is { } c && outer.TryGetValue(c, out var column)
                ? i with { Column = column, Name = context.Names.Of(column) }
                : i)]) with { Order = Renamed(open, outer, context) };
    }

    private static OrderTerm[] Renamed(
        SelectBlock block, Dictionary<PlanColumn, PlanColumn> outer, EmitContext context) =>
        [.. block.Order.Select(o => block.Items.First(i => i.Name == o.Name).Column is { } c && outer.TryGetValue(c, out var column)
            ? o with { Name = context.Names.Of(column) }
            : o)];

    private static SelectItem Item(
        SelectItem inner, Dictionary<PlanColumn, PlanColumn> columns, Dictionary<string, string> names,
        EmitContext context)
    {
        var column = inner.Column is { } c ? columns.GetValueOrDefault(c) : null;
        var name = column is null ? names[inner.Name] : context.Names.Of(column);
        return new SelectItem(column, name, inner.QuotedName) { IsPlain = true };
    }
}
