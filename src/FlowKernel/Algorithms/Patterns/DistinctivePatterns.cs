namespace FlowKernel.Algorithms.Patterns;

/// <summary>
/// Keeps patterns, the best first, and leaves out one that tells little new: when four fifths of its rows are a kept
/// one's, or of a kept one's rows are its own. Rows count by their part of their set.
/// </summary>
internal sealed class DistinctivePatterns(CodedRows rows, CancellationToken cancellation)
{
    private const double MostOverlap = 0.8;
    private readonly List<(Pattern Pattern, bool[] Has, double Weight)> _kept = [];

    /// <summary>Those kept so far, the best first.</summary>
    public IEnumerable<Pattern> Kept => _kept.Select(k => k.Pattern);

    /// <summary>Takes a pattern that is no better than those before.</summary>
    public void Add(Pattern pattern)
    {
        cancellation.ThrowIfCancellationRequested();
        var weight = pattern.Rows.Sum(Weight);
        if (weight <= 0 || _kept.Exists(k => Common(pattern, k.Has) > MostOverlap * Math.Min(weight, k.Weight)))
            return;
        var has = new bool[rows.Rows];
        foreach (var row in pattern.Rows)
            has[row] = true;
        _kept.Add((pattern, has, weight));
    }

    private double Common(Pattern pattern, bool[] has) => pattern.Rows.Where(row => has[row]).Sum(Weight);

    private double Weight(int row)
    {
        var weight = 0.0;
        for (var set = 0; set < rows.Totals.Count; set++)
            weight += rows.Totals[set] > 0 ? rows.Weight(row, set) / rows.Totals[set] : 0;
        return weight;
    }
}
