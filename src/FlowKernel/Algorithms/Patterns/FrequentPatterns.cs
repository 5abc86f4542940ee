using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Patterns;

/// <summary>
/// <c>basket</c>: the patterns of values that at least so large a part of the rows has. Of patterns with the same rows
/// only the fullest is given. The input's last column says how often a row counts.
/// </summary>
/// <param name="threshold">The least part of the rows, from 0 to 1.</param>
/// <param name="dimensions">How many values, at most, must be asked for to tell a pattern from others.</param>
/// <param name="wildcards">For each column, what stands for any value.</param>
/// <param name="columns">The result's: a number, count and percentage, then the input's columns.</param>
/// <param name="span">Where the plug-in stands.</param>
public sealed class FrequentPatterns(
    double threshold, int dimensions, IReadOnlyList<object?> wildcards, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : IRowsAlgorithm
{
    private const int MostPatterns = 10_000;

    /// <inheritdoc/>
    public string Name => "basket";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var rows = new CodedRows(inputs[0], threshold);
        var found = Search(rows, cancellation);
        if (found.Count > MostPatterns)
        {
            return new Diagnostic(
                "FK0166", $"'{Name}' cannot run over these rows: there are more than {MostPatterns:N0} patterns.", span,
                "Raise the threshold, or keep fewer columns with project.");
        }

        var ordered = found.Where(p => p.Codes.Any(c => c != CodedRows.Any)).OrderByDescending(p => p.Count)
            .ThenByDescending(p => p.Codes.Count(c => c != CodedRows.Any)).ThenBy(p => p.Codes, CodeOrder.Instance);
        return KqlTable.FromRows(columns, [.. ordered.Select((p, i) => Row(p, i, rows))]);
    }

    private object?[] Row(Pattern pattern, int number, CodedRows rows) =>
    [
        (long)number, pattern.Count, Math.Round(100.0 * pattern.Count / rows.Total, 1),
        .. pattern.Codes.Select((code, c) => code == CodedRows.Any ? wildcards[c] : rows.Value(c, code)),
    ];

    /// <summary>All patterns, those first that one value tells from the rest, then two, and so on.</summary>
    private List<Pattern> Search(CodedRows rows, CancellationToken cancellation)
    {
        if (rows.Total == 0)
            return [];
        var known = new HashSet<int[]>(CodeOrder.Instance);
        var found = new List<Pattern> { Fullest([.. Enumerable.Range(0, rows.Codes[0].Length)], rows) };
        var level = found.ToList();
        for (var size = 1; size <= dimensions && level.Count > 0 && found.Count <= MostPatterns; size++)
        {
            level = [.. level.SelectMany(p => Extended(p, rows, cancellation)).Where(p => known.Add(p.Codes))
                .Take(MostPatterns)];
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
                if (rows.Count(members) >= rows.Least)
                    yield return Fullest(members, rows);
            }
        }
    }

    /// <summary>The pattern of all values that these rows share.</summary>
    private static Pattern Fullest(int[] members, CodedRows rows) =>
        new([.. rows.Codes.Select(codes => Shared(members, codes))], members, rows.Count(members));

    private static int Shared(int[] members, int[] codes)
    {
        var first = codes[members[0]];
        return Array.TrueForAll(members, row => codes[row] == first) ? first : CodedRows.Any;
    }

    private sealed record Pattern(int[] Codes, int[] Rows, long Count);
}
