using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Patterns;

/// <summary>
/// <c>diffpatterns</c>: the patterns that different parts of two sets of rows have, the greatest difference first. Of
/// patterns that have mostly the same rows only the one of the greater difference is given. The input's last two columns
/// say how often a row counts in the first set and in the second.
/// </summary>
/// <param name="threshold">The least difference of the parts, from 0 to 1.</param>
/// <param name="dimensions">How many values, at most, must be asked for to tell a pattern from others.</param>
/// <param name="wildcards">For each column, what stands for any value.</param>
/// <param name="columns">The result's: number, counts and percentages, then the input's columns.</param>
/// <param name="sets">How the two sets are called in a message.</param>
/// <param name="span">Where the plug-in stands.</param>
public sealed class DifferentPatterns(
    double threshold, int dimensions, IReadOnlyList<object?> wildcards, IReadOnlyList<KqlColumn> columns,
    IReadOnlyList<string> sets, TextSpan span) : IRowsAlgorithm
{
    // Parts are quotients: one that is the threshold can come out a little below it.
    private const double Rounding = 1e-9;

    /// <inheritdoc/>
    public string Name => "diffpatterns";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var rows = new CodedRows(inputs[0], threshold, sets: 2);
        if (rows.Totals.All(t => t <= 0))
            return KqlTable.FromRows(columns, []);
        if (rows.Totals.Index().FirstOrDefault(t => t.Item <= 0, (-1, 0)) is (>= 0 and var empty, _))
        {
            return new Diagnostic(
                "FK0170", $"'{Name}' has nothing to compare: no row has {sets[empty]}.", span,
                "Name two values that rows have, as tostring() writes them.");
        }

        var found = new ClosedPatterns(dimensions).Find(rows, Name, span, cancellation);
        if (found.Value is not { } patterns)
            return new Outcome<KqlTable>(found.Diagnostics);
        var distinctive = new DistinctivePatterns(rows, cancellation);
        foreach (var pattern in patterns.Where(p => Difference(p, rows) >= threshold - Rounding)
            .OrderByDescending(p => Math.Round(Difference(p, rows), 12)).ThenBy(p => p.Size)
            .ThenBy(p => p.Codes, CodeOrder.Instance))
        {
            distinctive.Add(pattern);
        }

        return KqlTable.FromRows(columns, [.. distinctive.Kept.Select((p, i) => Row(p, i, rows))]);
    }

    private static double Part(Pattern pattern, CodedRows rows, int set) => pattern.Counts[set] / rows.Totals[set];

    private static double Difference(Pattern pattern, CodedRows rows) =>
        Math.Abs(Part(pattern, rows, 0) - Part(pattern, rows, 1));

    private static double Percent(double part) => Math.Round(100 * part, 2);

    private object?[] Row(Pattern pattern, int number, CodedRows rows) =>
    [
        (long)number, (long)Math.Round(pattern.Counts[0]), (long)Math.Round(pattern.Counts[1]),
        Percent(Part(pattern, rows, 0)), Percent(Part(pattern, rows, 1)), Percent(Difference(pattern, rows)),
        .. rows.Values(pattern.Codes, wildcards),
    ];
}
