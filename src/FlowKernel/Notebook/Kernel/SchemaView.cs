using System.IO.Enumeration;
using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>A connection's tables, or one table's columns, as a table.</summary>
internal static class SchemaView
{
    private static readonly TableDisplayOptions Options = TableDisplayOptions.Default with { CellLimit = 200 };

    public static Outcome<MimeBundle> Show(DatabaseSchema schema, string? table)
    {
        if (table is null)
            return TableDisplay.Bundle(Tables(schema), Options);
        if (table.Contains('*', StringComparison.Ordinal))
            return TableDisplay.Bundle(Matching(schema, table), Options);
        return schema.Find(table) is { } found
            ? TableDisplay.Bundle(Columns(found), Options)
            : NoTable(schema, table);
    }

    private static KqlTable Tables(DatabaseSchema schema) => KqlTable.FromRows(
        [new("Table", KqlType.String), new("Columns", KqlType.Int), new("About", KqlType.String)],
        [.. schema.Tables.Select(t => (object?[])[t.Name, t.Columns.Count, t.Description ?? ""])]);

    private static KqlTable Columns(TableSchema table) => KqlTable.FromRows(
        [new("Column", KqlType.String), new("Type", KqlType.String), new("About", KqlType.String)],
        [.. table.Columns.Select(c => (object?[])[c.Name, c.Type.Name(), ColumnNotes.Find(c.Name) ?? ""])]);

    /// <summary>The columns of all tables whose names fit a pattern; * stands for any letters.</summary>
    private static KqlTable Matching(DatabaseSchema schema, string pattern) => KqlTable.FromRows(
        [
            new("Table", KqlType.String), new("Column", KqlType.String),
            new("Type", KqlType.String), new("About", KqlType.String),
        ],
        [.. from table in schema.Tables
            from column in table.Columns
            where FileSystemName.MatchesSimpleExpression(pattern, column.Name)
            select (object?[])[table.Name, column.Name, column.Type.Name(), ColumnNotes.Find(column.Name) ?? ""]]);

    private static Diagnostic NoTable(DatabaseSchema schema, string table) => new(
        "FK0505", $"There is no table '{table}'.", new TextSpan(0, 0),
        NearestName.Find(table, schema.Tables.Select(t => t.Name)) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"Tables: {string.Join(", ", schema.Tables.Select(t => t.Name))}.");
}
