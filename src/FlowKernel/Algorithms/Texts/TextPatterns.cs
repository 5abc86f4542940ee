using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Texts;

/// <summary>
/// <c>reduce kind=source</c>: the rows as they are, each with the pattern of its text in the place of its last column,
/// which is the text.
/// </summary>
/// <param name="threshold">From 0 to 1.</param>
/// <param name="characters">What stands between words; null for all that is neither letter nor digit.</param>
public sealed class TextPatterns(double threshold, string? characters) : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => "reduce";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var table = inputs[0];
        var texts = table.Vectors[^1];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var distinct = new List<(string Text, long Count)>();
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = (string)texts[row]!;
            if (places.TryAdd(text, distinct.Count))
                distinct.Add((text, 0));
            distinct[places[text]] = (text, distinct[places[text]].Count + 1);
        }

        var (groupOf, groups) = new TextGroups(threshold, characters).Find(distinct, cancellation);
        var patterns = Enumerable.Range(0, table.RowCount)
            .Select(row => (object?)groups[groupOf[places[(string)texts[row]!]]].Pattern).ToList();
        return new KqlTable(
            [.. table.Columns.SkipLast(1), new KqlColumn("Pattern", KqlType.String)],
            [.. table.Vectors.SkipLast(1), ColumnVectors.From(KqlType.String, patterns)]);
    }
}
