using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>A table's rows: the columns that the query uses, texts never null.</summary>
internal static class ScanEmit
{
    public static SelectBlock Emit(Scan scan, EmitContext context)
    {
        if (Source(scan, context) is not { } source)
        {
            context.Refuse(new Diagnostic("FK0104", $"There is no table '{scan.Table}' here.", scan.Span));
            return RowsEmit.Nothing(scan.Columns, context);
        }

        var items = scan.Columns.Where(context.IsUsed).Select(c => ReferenceEquals(c, scan.RowNumber)
            ? new SelectItem(c, context.Names.Of(c), source.RowNumber!) { IsPlain = true }
            : Item(c, source, context));
        return new SelectBlock(source.Sql, [.. items]);
    }

    private static TableSource? Source(Scan scan, EmitContext context) =>
        context.Tables.Find(scan.Table) is { } source && scan.Times is { } times && source.Within is { } within
            ? within(times)
            : context.Tables.Find(scan.Table);

    private static SelectItem Item(PlanColumn column, TableSource source, EmitContext context)
    {
        var name = SqlText.Identifier(source.ColumnNames.GetValueOrDefault(column.Name, column.Name));
        var coalesced = column.Type == KqlType.String && source.HasNullText;
        return new SelectItem(column, context.Names.Of(column), coalesced ? $"COALESCE({name}, '')" : name)
        {
            IsPlain = true,
            Ip4 = source.Ip4Columns.TryGetValue(column.Name, out var ip4) ? SqlText.Identifier(ip4) : null,
        };
    }
}
