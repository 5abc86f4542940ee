using FlowKernel.Notebook.Cells;
using FlowKernel.Session;

namespace FlowKernel.Checking;

/// <summary>
/// Cuts a file into queries as Kusto's tools do: a blank line parts them. Two things hold a query together over blank
/// lines, since queries are also kept one a file and run whole: a semicolon before (more statements follow), and a pipe
/// after. Comments alone are no query.
/// </summary>
internal static class KqlQueries
{
    /// <summary>The queries, in order.</summary>
    public static IEnumerable<TextSlice> In(string text)
    {
        var starts = CellLines.Starts(text);
        return Blocks(text, starts)
            .Where(b => HasCode(text[b.Start..b.End]))
            .Select(b => new TextSlice(text[b.Start..b.End], b.Start, starts.IndexOf(b.Start) + 1));
    }

    private static List<(int Start, int End)> Blocks(string text, List<int> starts)
    {
        var blocks = new List<(int Start, int End)>();
        var isOpen = false;
        for (var line = 0; line < starts.Count - 1; line++)
        {
            var (start, end) = (starts[line], starts[line + 1]);
            if (IsBlank(text, start, end))
                isOpen = isOpen && KqlScan.PlaceAfter(text[blocks[^1].Start..end]) == KqlPlace.String;
            else if (isOpen || (blocks.Count > 0 && GoesOn(text[blocks[^1].Start..blocks[^1].End], text[start..end])))
                (blocks[^1], isOpen) = ((blocks[^1].Start, end), true);
            else
                (blocks, isOpen) = ([.. blocks, (start, end)], true);
        }

        return blocks;
    }

    private static bool GoesOn(string block, string line) =>
        line.AsSpan().TrimStart().StartsWith("|") || LastCode(block).EndsWith(';');

    private static string LastCode(string block) => string.Concat(KqlScan.Parts(block)
        .Where(p => p.Place != KqlPlace.Comment).Select(p => block[p.Start..p.End])).TrimEnd();

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();

    private static bool HasCode(string block) => KqlScan.Parts(block)
        .Any(p => p.Place != KqlPlace.Comment && !block.AsSpan(p.Start, p.End - p.Start).IsWhiteSpace());
}
