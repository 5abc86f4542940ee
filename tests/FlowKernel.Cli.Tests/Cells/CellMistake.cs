using System.Text.RegularExpressions;

namespace FlowKernel.Cli.Tests.Cells;

/// <summary>
/// A mistake as a cell shows it: code and sentence, the words of the cell that are marked, the way out.
/// </summary>
public sealed partial record CellMistake(string Sentence, string Marked, string Hint)
{
    public static CellMistake Read(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var sentence = Severity().Replace(lines[0], "");
        var carets = Array.FindIndex(lines, line => Carets().IsMatch(line));
        if (carets < 0)
            return new CellMistake(sentence, "", lines.ElementAtOrDefault(1)?.Trim() ?? "");
        var marks = Carets().Match(lines[carets]).Groups[1];
        return new CellMistake(
            sentence, lines[carets - 1].Substring(marks.Index, marks.Length),
            lines.ElementAtOrDefault(carets + 1)?.Trim() ?? "");
    }

    [GeneratedRegex("^(error|warning|note) ")]
    private static partial Regex Severity();

    [GeneratedRegex(@"^\s*\|\s*(\^+)")]
    private static partial Regex Carets();
}
