using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Texts;

/// <summary>
/// <c>reduce</c> (https://learn.microsoft.com/kusto/query/reduce-operator): groups of similar texts, the largest first and
/// what belongs to none of them last. The input: texts and how often each counts.
/// </summary>
/// <param name="threshold">From 0 to 1.</param>
/// <param name="characters">What stands between words; null for all that is neither letter nor digit.</param>
public sealed class TextReduction(double threshold, string? characters) : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => "reduce";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var table = inputs[0];
        var texts = Enumerable.Range(0, table.RowCount).Select(row => ((string)table[row, 0]!, (long)table[row, 1]!)).ToList();
        var (_, groups) = new TextGroups(threshold, characters).Find(texts, cancellation);
        var ordered = groups.SkipLast(1).OrderByDescending(g => g.Count).ThenBy(g => g.Pattern, StringComparer.Ordinal)
            .Concat(groups.TakeLast(1)).Where(g => g.Count > 0);
        return KqlTable.FromRows(
            [new("Pattern", KqlType.String), new("Count", KqlType.Long), new("Representative", KqlType.String)],
            [.. ordered.Select(g => (object?[])[g.Pattern, g.Count, g.Representative])]);
    }
}
