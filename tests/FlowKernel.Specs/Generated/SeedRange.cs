using System.Globalization;

namespace FlowKernel.Specs.Generated;

/// <summary>
/// The seeds of generated tests: a fixed range, so that a failure stays; FLOWKERNEL_SEEDS=FROM-TO looks further.
/// </summary>
internal static class SeedRange
{
    /// <summary>A row for each seed.</summary>
    public static IEnumerable<TheoryDataRow<int>> Rows(string always)
    {
        var ends = (Environment.GetEnvironmentVariable("FLOWKERNEL_SEEDS") ?? always).Split('-')
            .Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[1] - ends[0] + 1).Select(seed => new TheoryDataRow<int>(seed));
    }
}
