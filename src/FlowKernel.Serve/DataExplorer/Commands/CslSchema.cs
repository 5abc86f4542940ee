using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>A table's columns on one line: <c>Name:type,Name:type</c>.</summary>
internal static class CslSchema
{
    public static string Of(TableSchema table) =>
        string.Join(',', table.Columns.Select(column => $"{column.Name}:{column.Type.Name()}"));
}
