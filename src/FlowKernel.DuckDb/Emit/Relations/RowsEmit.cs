using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>datatable</c> and <c>print</c>.</summary>
internal static class RowsEmit
{
    public static SelectBlock Emit(Rows rows, EmitContext context) => rows.Values.Count switch
    {
        0 => Nothing(rows.Columns, context),
        1 => Single(rows, context),
        _ => Many(rows, context),
    };

    /// <summary>No rows, with these columns.</summary>
    public static SelectBlock Nothing(IReadOnlyList<PlanColumn> columns, EmitContext context)
    {
        var items = columns.Select(c => Item(c, SqlLiteral.Of(null, c.Type), true, context));
        return new SelectBlock(null, [.. items]) { Where = ["false"] };
    }

    private static SelectBlock Single(Rows rows, EmitContext context)
    {
        var outside = new SelectBlock(null, []);
        var items = rows.Columns.Zip(
            rows.Values[0],
            (column, value) => Item(column, context.Emit(value, outside), value is Literal, context));
        return new SelectBlock(null, [.. items]);
    }

    private static SelectBlock Many(Rows rows, EmitContext context)
    {
        var outside = new SelectBlock(null, []);
        var lines = rows.Values.Select(row => $"({string.Join(", ", row.Select(v => context.Emit(v, outside)))})");
        var names = rows.Columns.Select(c => SqlText.Identifier(context.Names.Of(c))).ToList();
        var alias = $"{context.Names.Alias()}({string.Join(", ", names)})";
        var from = $"(VALUES\n  {string.Join(",\n  ", lines)}\n) AS {alias}";
        return new SelectBlock(from, [.. rows.Columns.Zip(names, (c, name) => Item(c, name, true, context))]);
    }

    private static SelectItem Item(PlanColumn column, string sql, bool plain, EmitContext context) =>
        new(column, context.Names.Of(column), sql) { IsPlain = plain };
}
