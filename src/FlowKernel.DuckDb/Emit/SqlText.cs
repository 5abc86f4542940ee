using System.Globalization;
using System.Text;

namespace FlowKernel.DuckDb.Emit;

/// <summary>The one place where names and text values become SQL.</summary>
internal static class SqlText
{
    /// <summary>A quoted identifier.</summary>
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>
    /// A text value. Control characters go in by <c>chr</c>: SQL text cannot hold NUL, and without line breaks in
    /// literals the emitter is free to indent.
    /// </summary>
    public static string Text(string value) =>
        value.AsSpan().ContainsAnyInRange('\0', '\x1f') ? Concatenation(value) : Quoted(value);

    /// <summary>A whole number in the invariant form.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The lines of a text, each one moved to the right.</summary>
    public static string Indent(string sql) => "  " + sql.Replace("\n", "\n  ", StringComparison.Ordinal);

    private static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Concatenation(string value)
    {
        var parts = new List<string>();
        var run = new StringBuilder();
        foreach (var c in value)
        {
            if (c >= ' ')
            {
                run.Append(c);
                continue;
            }

            Flush(run, parts);
            parts.Add($"chr({Number(c)})");
        }

        Flush(run, parts);
        return $"({string.Join(" || ", parts)})";
    }

    private static void Flush(StringBuilder run, List<string> parts)
    {
        if (run.Length > 0)
            parts.Add(Quoted(run.ToString()));
        run.Clear();
    }
}
