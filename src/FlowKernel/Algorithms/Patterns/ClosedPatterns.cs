using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Patterns;

/// <summary>
/// All patterns of values that a frequent part of the rows has, by the Apriori principle; of patterns with the same rows
/// only the fullest, called closed.
/// </summary>
/// <param name="dimensions">How many values, at most, must be asked for to tell a pattern from others.</param>
internal sealed class ClosedPatterns(int dimensions)
{
    private const int Most = 10_000;

    /// <summary>The patterns that have a value; a problem where there are too many.</summary>
    public Outcome<IReadOnlyList<Pattern>> Find(
        CodedRows rows, string plugin, TextSpan span, CancellationToken cancellation)
    {
        var found = Search(rows, cancellation);
        if (found.Count > Most)
        {
            return new Diagnostic(
                "FK0166", $"'{plugin}' cannot run over these rows: there are more than {Most:N0} patterns.", span,
                "Raise the threshold, or keep fewer columns with project.");
        }

        return new Outcome<IReadOnlyList<Pattern>>(found.FindAll(p => p.Size > 0));
    }

    /// <summary>All patterns, those first that one value tells from the rest, then two, and so on.</summary>
    private List<Pattern> Search(CodedRows rows, CancellationToken cancellation)
    {
        if (rows.Rows == 0)
            return [];
        var known = new HashSet<int[]>(CodeOrder.Instance);
        var found = new List<Pattern> { Pattern.Shared([.. Enumerable.Range(0, rows.Rows)], rows) };
        var level = found.ToList();
        for (var size = 1; size <= dimensions && level.Count > 0 && found.Count <= Most; size++)
        {
            level = [.. level.SelectMany(p => Extended(p, rows, cancellation)).Where(p => known.Add(p.Codes)).Take(Most)];
            found.AddRange(level);
        }

        return found;
    }

    private static IEnumerable<Pattern> Extended(Pattern pattern, CodedRows rows, CancellationToken cancellation)
    {
        for (var column = 0; column < rows.Columns; column++)
        {
            if (pattern.Codes[column] != CodedRows.Any)
                continue;
            cancellation.ThrowIfCancellationRequested();
            var codes = rows.Codes[column];
            foreach (var group in pattern.Rows.Where(row => codes[row] != CodedRows.Any).GroupBy(row => codes[row]))
            {
                var members = group.ToArray();
                if (rows.IsFrequent(rows.Counts(members)))
                    yield return Pattern.Shared(members, rows);
            }
        }
    }
}
