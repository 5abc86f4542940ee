using FlowKernel.FlowLogs;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>What a column holds, in which tables, with an example.</summary>
internal sealed class ColumnPage(NotebookParts parts)
{
    /// <summary>The page; null where no table has a column of that very name.</summary>
    public async Task<HelpPage?> FindAsync(string name, QueryScope scope, CancellationToken cancellation)
    {
        var holders = scope.Schema.Tables.Where(t => t.Columns.Any(c => c.Name == name)).ToList();
        if (holders.Count == 0)
            return null;
        var column = holders[0].Columns.First(c => c.Name == name);
        var page = new HelpPage($"Column {name}: {column.Type.Name()}");
        foreach (var table in holders.DistinctBy(t => ColumnNotes.Find(name, t.Name)))
            page.Say(ColumnNotes.Find(name, table.Name) is { } note ? note + "." : "");
        if (ColumnNotes.UnitOf(name) is { } unit)
            page.Say($"Unit: {unit}.");
        if (await ExampleAsync(holders, column, scope, cancellation) is { } example)
            page.Say($"Example: `{example.Replace('`', '\'')}`");
        return page.Say($"In {string.Join(", ", holders.Select(t => $"`{t.Name}`"))}.");
    }

    private async Task<string?> ExampleAsync(
        List<TableSchema> holders, KqlColumn column, QueryScope scope, CancellationToken cancellation)
    {
        foreach (var table in holders)
        {
            var found = await ColumnExamples.OfAsync(
                parts.Session, table with { Columns = [column] }, scope, cancellation);
            if (found.TryGetValue(column.Name, out var example))
                return example;
        }

        return null;
    }
}
