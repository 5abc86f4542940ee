using System.Reflection;

namespace FlowKernel.FlowLogs;

/// <summary>
/// What the columns of the Traffic Analytics tables hold: a few words, the unit, a value of the sample, all values where
/// they are few. For help, completion and hover; the words are in <c>columns.tsv</c>.
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

    /// <summary>The values that a column is documented to hold, in a table where they depend on that; else none.</summary>
    public static IReadOnlyList<string> ValuesOf(string column, string? table = null) =>
        NoteOf(column, table)?.Values ?? [];

    private static Note? NoteOf(string column, string? table) =>
        Notes.Value[column].FirstOrDefault(n => n.Table == table) ?? Notes.Value[column].FirstOrDefault();

    private static IEnumerable<Note> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FlowKernel.FlowLogs.columns.tsv")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Select(line => NoteOf(line.Split('\t')))];
    }

    private static Note NoteOf(string[] parts) =>
        new(parts[0], parts[1], parts[2], parts[3], parts[4], parts.Length > 5 ? parts[5].Split('|') : []);

    private sealed record Note(
        string Column, string Table, string Unit, string Example, string Words, IReadOnlyList<string> Values);
}
