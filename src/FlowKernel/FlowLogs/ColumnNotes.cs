using System.Reflection;

namespace FlowKernel.FlowLogs;

/// <summary>
/// What the columns of the Traffic Analytics tables hold: a few words, the unit, a value of the sample. For help,
/// completion and hover; the words are in <c>columns.tsv</c>.
/// </summary>
/// <remarks>
/// Source: https://learn.microsoft.com/azure/network-watcher/traffic-analytics-schema, in words of our own.
/// </remarks>
public static class ColumnNotes
{
    private static readonly Lazy<ILookup<string, Note>> Notes = new(() => Read().ToLookup(note => note.Column));

    /// <summary>
    /// What a column holds, in a table where its meaning depends on that; null where there are no words for it.
    /// </summary>
    public static string? Find(string column, string? table = null) => NoteOf(column, table)?.Words;

    /// <summary>The unit of a column's values, such as bytes or UTC; null where they have none.</summary>
    public static string? UnitOf(string column) => NoteOf(column, null)?.Unit is { Length: > 0 } unit ? unit : null;

    /// <summary>A value that a column has in the sample; null where it is empty there.</summary>
    public static string? ExampleOf(string column, string table) =>
        Notes.Value[column].FirstOrDefault(n => n.Table == table)?.Example is { Length: > 0 } example ? example : null;

    private static Note? NoteOf(string column, string? table) =>
        Notes.Value[column].FirstOrDefault(n => n.Table == table) ?? Notes.Value[column].FirstOrDefault();

    private static IEnumerable<Note> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FlowKernel.FlowLogs.columns.tsv")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Select(line => line.Split('\t')).Select(p => new Note(p[0], p[1], p[2], p[3], p[4]))];
    }

    private sealed record Note(string Column, string Table, string Unit, string Example, string Words);
}
