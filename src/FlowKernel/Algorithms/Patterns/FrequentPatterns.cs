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
    /// <inheritdoc/>
    public string Name => "basket";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var rows = new CodedRows(inputs[0], threshold);
        var found = new ClosedPatterns(dimensions).Find(rows, Name, span, cancellation);
        if (found.Value is not { } patterns)
            return new Outcome<KqlTable>(found.Diagnostics);
        var ordered = patterns.OrderByDescending(p => p.Counts[0]).ThenByDescending(p => p.Size)
            .ThenBy(p => p.Codes, CodeOrder.Instance);
        return KqlTable.FromRows(columns, [.. ordered.Select((p, i) => Row(p, i, rows))]);
    }

    private object?[] Row(Pattern pattern, int number, CodedRows rows) =>
    [
        (long)number, (long)Math.Round(pattern.Counts[0]), Math.Round(100 * pattern.Counts[0] / rows.Totals[0], 1),
        .. rows.Values(pattern.Codes, wildcards),
    ];
}
