using System.Collections.Concurrent;
using System.Globalization;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>The fractions that a call asks for, as a group keeps them: by a number.</summary>
internal static class Percentages
{
    private static readonly ConcurrentDictionary<string, int> Numbers = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<int, decimal[]> Fractions = new();
    private static int _last;

    /// <summary>The number of fractions, such as <c>0.5 0.95</c>.</summary>
    public static int NumberOf(string fractions) => Numbers.GetOrAdd(fractions, Next);

    /// <summary>The fractions of a number.</summary>
    public static decimal[] Of(int number) => Fractions[number];

    /// <summary>
    /// The index among so many ordered values: that of the least of them that no fewer values than the fraction are up to.
    /// </summary>
    public static long Rank(decimal fraction, long count) => Math.Max((long)decimal.Ceiling(fraction * count), 1) - 1;

    private static int Next(string fractions)
    {
        var number = Interlocked.Increment(ref _last) - 1;
        if (number >= RankState.MostPercentages)
            throw new InvalidOperationException("Too many different lists of percentages in one process.");
        Fractions[number] = [.. fractions.Split(' ').Select(f => decimal.Parse(f, CultureInfo.InvariantCulture))];
        return number;
    }
}
