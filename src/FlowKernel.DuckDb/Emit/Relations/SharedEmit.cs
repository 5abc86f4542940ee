using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>One reading of a relation that is computed once; it keeps that relation's order.</summary>
internal static class SharedEmit
{
    public static SelectBlock Emit(SharedScan scan, EmitContext context)
    {
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

    private static SelectItem Item(
        SelectItem inner, Dictionary<PlanColumn, PlanColumn> columns, Dictionary<string, string> names,
        EmitContext context)
    {
        var column = inner.Column is { } c ? columns.GetValueOrDefault(c) : null;
        var name = column is null ? names[inner.Name] : context.Names.Of(column);
        return new SelectItem(column, name, inner.QuotedName) { IsPlain = true };
    }
}
