using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Patterns;

/// <summary>
/// <c>autocluster</c>: a few patterns that tell what much of the rows is. A pattern's score is the weighted geometric mean
/// of its part of the rows and of how informative its values are: each as much as rows lack it. Searches begin at the
/// most frequent rows that no pattern has yet. The input's last column says how often a row counts.
/// </summary>
/// <param name="sizeWeight">The weight of the part of the rows, from 0 to 1; the rest is that of the values.</param>
/// <param name="seeds">How many searches, at most.</param>
/// <param name="wildcards">For each column, what stands for any value.</param>
/// <param name="columns">The result's: a number, count and percentage, then the input's columns.</param>
/// <param name="span">Where the plug-in stands.</param>
public sealed class ClusterPatterns(
    double sizeWeight, int seeds, IReadOnlyList<object?> wildcards, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => "autocluster";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var rows = new CodedRows(inputs[0], threshold: 0);
        if (rows.Columns > SeededPattern.MostColumns)
        {
            return new Diagnostic(
                "FK0166", $"'{Name}' cannot run over more than {SeededPattern.MostColumns} columns.", span,
                "Keep fewer with project.");
        }

        var distinctive = new DistinctivePatterns(rows, cancellation);
        foreach (var (pattern, _) in Search(rows, cancellation).OrderByDescending(p => p.Score)
            .ThenBy(p => p.Pattern.Codes, CodeOrder.Instance))
        {
            distinctive.Add(pattern);
        }

        return KqlTable.FromRows(columns, [.. distinctive.Kept.Select((p, i) => Row(p, i, rows))]);
    }

    private List<(Pattern Pattern, double Score)> Search(CodedRows rows, CancellationToken cancellation)
    {
        var search = new SeededPattern(rows, (codes, count) => Score(rows, codes, count));
        var found = new List<(Pattern Pattern, double Score)>();
        var isFound = new bool[rows.Rows];
        foreach (var seed in Enumerable.Range(0, rows.Rows).Where(r => rows.Weight(r) > 0).OrderByDescending(r => rows.Weight(r)))
        {
            if (found.Count == seeds)
                break;
            if (isFound[seed])
                continue;
            var best = search.Of(seed, cancellation);
            found.Add(best);
            foreach (var row in best.Pattern.Rows)
                isFound[row] = true;
        }

        return found;
    }

    private double Score(CodedRows rows, IReadOnlyList<int> codes, double count)
    {
        var informative = codes.Select((code, column) => code == CodedRows.Any ? 0 : 1 - rows.Share(column, code)).Sum();
        return Math.Pow(count / rows.Totals[0], sizeWeight) * Math.Pow(informative / rows.Columns, 1 - sizeWeight);
    }

    private object?[] Row(Pattern pattern, int number, CodedRows rows) =>
    [
        (long)number, (long)Math.Round(pattern.Counts[0]), Math.Round(100 * pattern.Counts[0] / rows.Totals[0], 1),
        .. rows.Values(pattern.Codes, wildcards),
    ];
}
