namespace FlowKernel.Algorithms.Patterns;

/// <summary>
/// The best pattern that a row has: of what it shares with other rows, the values that score highest, and then what of
/// these still more rows share, while that is better.
/// </summary>
/// <param name="rows">All rows; at most <see cref="MostColumns"/> columns.</param>
/// <param name="score">How good values are that a count of rows has.</param>
internal sealed class SeededPattern(CodedRows rows, Func<IReadOnlyList<int>, double, double> score)
{
    /// <summary>More columns are not searched: which ones rows share is kept in as many bits.</summary>
    public const int MostColumns = 128;

    // What most rows share comes first, so the rest hardly ever has the best score, and each costs a pass.
    private const int MostCandidates = 256;

    /// <summary>The best pattern of a row, with all values that its rows share, and its score.</summary>
    public (Pattern Pattern, double Score) Of(int seed, CancellationToken cancellation)
    {
        var shared = SharedWith(seed, cancellation);
        var groups = shared.Select((columns, row) => (Columns: columns, Weight: rows.Weight(row))).GroupBy(s => s.Columns)
            .Select(g => (Columns: g.Key, Count: g.Sum(s => s.Weight)))
            .OrderByDescending(g => g.Count).ThenByDescending(g => g.Columns).ToList();
        var (best, bestScore) = (UInt128.MaxValue, double.NegativeInfinity);
        for (var last = UInt128.Zero; last != best;)
        {
            last = best;
            foreach (var columns in groups.Take(MostCandidates).Select(g => g.Columns & last).Where(c => c != 0).Distinct())
            {
                cancellation.ThrowIfCancellationRequested();
                var count = groups.Where(g => (g.Columns & columns) == columns).Sum(g => g.Count);
                var found = score(Codes(seed, columns), count);
                if (found > bestScore)
                    (best, bestScore) = (columns, found);
            }
        }

        var members = shared.Index().Where(s => (s.Item & best) == best).Select(s => s.Index).ToArray();
        return (Pattern.Shared(members, rows), bestScore);
    }

    /// <summary>For each row, which columns have the seed's values.</summary>
    private UInt128[] SharedWith(int seed, CancellationToken cancellation)
    {
        var shared = new UInt128[rows.Rows];
        for (var column = 0; column < rows.Columns; column++)
        {
            cancellation.ThrowIfCancellationRequested();
            var codes = rows.Codes[column];
            for (var row = 0; row < shared.Length; row++)
            {
                if (codes[row] == codes[seed])
                    shared[row] |= UInt128.One << column;
            }
        }

        return shared;
    }

    private int[] Codes(int seed, UInt128 columns) =>
    [
        .. rows.Codes.Select((codes, column) =>
            (columns >> column & UInt128.One) == UInt128.One ? codes[seed] : CodedRows.Any),
    ];
}
