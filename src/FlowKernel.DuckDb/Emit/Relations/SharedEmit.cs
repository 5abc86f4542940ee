using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>One reading of a relation that is computed once; it keeps that relation's order.</summary>
internal static class SharedEmit
{
    public static SelectBlock Emit(SharedScan scan, EmitContext context)
    {
        var source = context.Shared.IsReadOnce(scan.Shared)
            ? context.Wrap(context.Emit(scan.Shared.Relation))
            : context.Shared.Of(scan.Shared, context);
        var columns = scan.Shared.Relation.Columns.Zip(scan.Columns).ToDictionary(p => p.First, p => p.Second);
        var items = source.Items.Select(i => Item(i, columns, context)).ToList();
        var names = source.Items.Zip(items).ToDictionary(p => p.First.Name, p => p.Second.Name);
        return source.WithItems(items) with
        {
            Order = [.. source.Order.Select(o => o with { Name = names[o.Name] })],
            Unique = [.. source.Unique.Select(name => names[name])],
        };
    }

    private static SelectItem Item(
        SelectItem source, Dictionary<PlanColumn, PlanColumn> columns, EmitContext context)
    {
        var column = source.Column is { } c ? columns.GetValueOrDefault(c) : null;
        var name = column is null ? context.Names.Fresh(source.Name) : context.Names.Of(column);
        return source with { Column = column, Name = name };
    }
}
