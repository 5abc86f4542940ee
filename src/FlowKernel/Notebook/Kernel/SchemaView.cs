using System.IO.Enumeration;
using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>A connection's tables, one table's columns, or the columns that words are found in, as a table.</summary>
internal sealed class SchemaView(FlowSession session, QueryScope scope)
{
    private static readonly TableDisplayOptions Options = TableDisplayOptions.Default with { CellLimit = 200 };

    private readonly DatabaseSchema _schema = scope.Schema;

    /// <summary>
    /// Where the first word is a table's name, that table's columns; of these, or of all tables' columns, those whose
    /// name, unit or meaning holds every other word. In a word, * stands for any letters of a name. FK0505 where
    /// nothing is found.
    /// </summary>
    public async Task<Outcome<MimeBundle>> ShowAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        if (words.Count == 0)
            return TableDisplay.Bundle(Tables(), Options);
        var table = _schema.Find(words[0]);
        IReadOnlyList<TableSchema> searched = table is null ? _schema.Tables : [table];
        string[] sought = [.. words.Skip(table is null ? 0 : 1)];
        var rows = new List<object?[]>();
        foreach (var one in searched)
            rows.AddRange(await RowsAsync(one, sought, cancellation));
        return rows.Count > 0
            ? TableDisplay.Bundle(KqlTable.FromRows(Columns(table is null), Fitting(rows, table is null)), Options)
            : Nothing(words);
    }

    private KqlTable Tables() => KqlTable.FromRows(
        [new("Table", KqlType.String), new("Columns", KqlType.Int), new("About", KqlType.String)],
        [.. _schema.Tables.Select(t => (object?[])[t.Name, t.Columns.Count, t.Description ?? ""])]);

    private static KqlColumn[] Columns(bool ofSeveral)
    {
        string[] names = ["Column", "Type", "Unit", "Example", "About"];
        return [.. names.Prepend("Table").Skip(ofSeveral ? 0 : 1).Select(name => new KqlColumn(name, KqlType.String))];
    }

    private static IReadOnlyList<object?[]> Fitting(List<object?[]> rows, bool ofSeveral) =>
        ofSeveral ? rows : [.. rows.Select(row => row[1..])];

    private async Task<IEnumerable<object?[]>> RowsAsync(
        TableSchema table, string[] sought, CancellationToken cancellation)
    {
        KqlColumn[] columns = [.. table.Columns.Where(c => sought.All(word => Holds(table, c, word)))];
        var examples = await ColumnExamples.OfAsync(session, table with { Columns = columns }, scope, cancellation);
        return columns.Select(c => (object?[])
        [
            table.Name, c.Name, c.Type.Name(), ColumnNotes.UnitOf(c.Name) ?? "",
            examples.GetValueOrDefault(c.Name, ""), ColumnNotes.Find(c.Name, table.Name) ?? "",
        ]);
    }

    private static bool Holds(TableSchema table, KqlColumn column, string word) =>
        FileSystemName.MatchesSimpleExpression(word, column.Name)
        || new[] { column.Name, ColumnNotes.UnitOf(column.Name), ColumnNotes.Find(column.Name, table.Name) }
            .Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private Diagnostic Nothing(IReadOnlyList<string> words)
    {
        var names = _schema.Tables.Select(t => t.Name).ToList();
        var nearest = NearestName.Find(
            words[^1], names.Concat(_schema.Tables.SelectMany(t => t.Columns).Select(c => c.Name)));
        var message = words.Count == 1
            ? $"There is no table '{words[0]}', nor a column that mentions it."
            : $"No column mentions all of {string.Join(", ", words.Select(w => $"'{w}'"))}.";
        return new Diagnostic(
            "FK0505", message, new TextSpan(0, 0),
            nearest is null ? $"Tables: {string.Join(", ", names)}." : $"Did you mean '{nearest}'?");
    }
}
