using System.Globalization;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>SQL that finds a number among ranges.</summary>
internal static class RangeSearch
{
    private const int Few = 4;

    /// <summary>
    /// True where the number is in one of the ranges, which are in order and do not overlap; null where it is null. Many
    /// ranges are halved again and again, so that a number meets few of them; a test of the whole extent before lets row
    /// groups be skipped.
    /// </summary>
    public static string Sql(string number, IReadOnlyList<(uint First, uint Last)> ranges)
    {
        if (ranges.Count == 0)
            return $"({number} IS NULL AND NULL)";
        if (ranges.Count <= Few)
            return Any(number, ranges);
        return $"({Between(number, ranges[0].First, ranges[^1].Last)} AND {Halved(number, ranges)})";
    }

    private static string Halved(string number, IReadOnlyList<(uint First, uint Last)> ranges)
    {
        if (ranges.Count <= Few)
            return Any(number, ranges);
        var middle = ranges.Count / 2;
        var (low, high) = (ranges.Take(middle).ToList(), ranges.Skip(middle).ToList());
        var border = high[0].First.ToString(CultureInfo.InvariantCulture);
        return $"CASE WHEN {number} < {border} THEN {Halved(number, low)} ELSE {Halved(number, high)} END";
    }

    private static string Any(string number, IReadOnlyList<(uint First, uint Last)> ranges) =>
        $"({string.Join(" OR ", ranges.Select(r => Between(number, r.First, r.Last)))})";

    private static string Between(string number, uint first, uint last) =>
        FormattableString.Invariant($"{number} BETWEEN {first} AND {last}");
}
