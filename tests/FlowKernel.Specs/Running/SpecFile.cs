using System.Text.RegularExpressions;

namespace FlowKernel.Specs.Running;

/// <summary>
/// Reads the cases of a Markdown file: each ```kql block with the tables or the error line that follow it.
/// </summary>
internal static partial class SpecFile
{
    private const string Open = "```kql";
    private const string Close = "```";
    private const string ErrorMark = "Error: ";

    /// <summary>All cases of all files below the folder of specs, which the build copies beside the tests.</summary>
    public static IEnumerable<SpecCase> All()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "Specs");
        return Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read(
                Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllLines(file)));
    }

    /// <summary>The cases of one file's lines; a query without an expectation is an error in the file.</summary>
    public static IEnumerable<SpecCase> Read(string file, string[] lines)
    {
        var heading = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
                heading = lines[i].TrimStart('#', ' ');
            if (lines[i].TrimEnd() != Open)
                continue;

            var start = i + 1;
            var end = Array.FindIndex(lines, start, l => l.TrimEnd() == Close);
            var kql = string.Join('\n', lines[start..end]);
            yield return Expect(new SpecCase(file, start + 1, heading, kql), lines, ref i, end + 1);
        }
    }

    private static SpecCase Expect(SpecCase query, string[] lines, ref int i, int from)
    {
        i = Array.FindIndex(lines, from, l => l.StartsWith('|') || l.StartsWith(ErrorMark, StringComparison.Ordinal));
        if (i < 0 || lines[from..i].Any(l => l.TrimEnd() == Open))
            throw new InvalidDataException($"{query.Title}: no table or error follows the query.");
        if (!lines[i].StartsWith('|'))
            return query with { Error = lines[i][ErrorMark.Length..].Trim() };

        var tables = new List<ExpectedTable>();
        for (; i < lines.Length && !lines[i].StartsWith('#') && lines[i].TrimEnd() != Open; i++)
        {
            var table = lines[i..].TakeWhile(l => l.StartsWith('|')).Select(Cells).ToList();
            if (table.Count == 0)
                continue;
            tables.Add(new ExpectedTable(table[0], table[2..]));
            i += table.Count - 1;
        }

        i--;
        return query with { Tables = tables };
    }

    private static string[] Cells(string line) =>
        [.. Bar().Split(line.Trim()[1..^1]).Select(c => c.Trim().Replace("\\|", "|", StringComparison.Ordinal))];

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
