using FlowKernel.FlowLogs;
using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>What a table and its columns hold.</summary>
internal static class TablePage
{
    public static HelpPage Of(TableSchema table) => new HelpPage($"Table {table.Name}")
        .Say(table.Description ?? "")
        .List(table.Columns.Select(c => ($"{c.Name}: {c.Type.Name()}", ColumnNotes.Find(c.Name, table.Name) ?? "")))
        .Say($"With units and examples: `#!flowlogs schema {table.Name}`");
}
