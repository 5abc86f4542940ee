using FlowKernel.FlowLogs;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>A value of each column, to see what it looks like.</summary>
internal static class ColumnExamples
{
    // Enough to meet most columns, and few enough to be read at once from a store of any size.
    private const int Rows = 10_000;

    /// <summary>
    /// Values by column: from the connected store where it is on this machine, and for columns that are empty there, as
    /// for all others, from the sample.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(
        FlowSession session, TableSchema table, QueryScope scope, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            if (ColumnNotes.ExampleOf(column.Name, table.Name) is { } example)
                found[column.Name] = example;
        }

        foreach (var (name, value) in await StoredAsync(session, table, scope, cancellation))
            found[name] = value;
        return found;
    }

    // Workspaces and clusters are not asked: it costs their time, and nobody wrote a query.
    private static async Task<IReadOnlyList<(string Name, string Value)>> StoredAsync(
        FlowSession session, TableSchema table, QueryScope scope, CancellationToken cancellation)
    {
        if (session.Current is not IExplainingConnection connection || table.Columns.Count == 0)
            return [];
        var query = await session.Language.CheckAsync(Query(table), scope with { Last = null }, cancellation);
        if (!query.Succeeded)
            return [];
        var result = await connection.RunAsync(query.Value, cancellation);
        if (result.Value?.Table is not { RowCount: > 0 } row)
            return [];
        return
        [
            .. from index in Enumerable.Range(0, row.Columns.Count)
               let text = ValueText.Exact(row[0, index])
               where row[0, index] is not null && text.Length > 0
               select (table.Columns[index].Name, text),
        ];
    }

    private static string Query(TableSchema table) => $"['{table.Name}'] | take {Rows} | summarize "
        + string.Join(", ", table.Columns.Select((column, index) => $"C{index} = {Value(column)}"));

    private static string Value(KqlColumn column)
    {
        var isThere = column.Type == KqlType.String ? "isnotempty" : "isnotnull";
        return $"take_anyif(['{column.Name}'], {isThere}(['{column.Name}']))";
    }
}
