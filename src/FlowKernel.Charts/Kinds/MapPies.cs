using System.Globalization;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// A pie at each place, as render's piechart with <c>kind=map</c> has them
/// (https://learn.microsoft.com/kusto/query/visualization-piechart): the area of a pie stands for its sum, the colours of
/// its slices are the same everywhere.
/// </summary>
internal static class MapPies
{
    private const int Most = 150;
    private const double LargestRadius = 26;
    private const double SmallestRadius = 5;

    /// <summary>The chart with pies in place of what it showed; sums less than or equal to zero have none.</summary>
    public static MapChart With(MapChart chart, IEnumerable<MapShare> shares, List<string> notes)
    {
        var all = shares.Where(s => s.Value > 0).ToList();
        var names = all.GroupBy(s => s.Slice, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(s => s.Value)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        if (names.Count > ChartLimits.Series)
            notes.Add($"Names beyond the {ChartLimits.Series - 1} largest are together as \"other\".");
        var shown = names.Count > ChartLimits.Series ? [.. names.Take(ChartLimits.Series - 1), MapChart.Other] : names;
        var places = all.GroupBy(s => (s.Longitude, s.Latitude)).OrderByDescending(g => g.Sum(s => s.Value)).ToList();
        if (places.Count > Most)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture, $"Only the {Most} largest of {places.Count:N0} places are shown."));
        }

        var greatest = places.Count == 0 ? 1 : places[0].Sum(s => s.Value);
        return chart with
        {
            Areas = [], Points = [], Series = shown, Notes = notes,
            Pies = [.. places.Take(Most).Select(p => Pie(p, names, shown.Count, greatest))],
        };
    }

    private static MapPie Pie(
        IGrouping<(double Longitude, double Latitude), MapShare> place, List<string> names, int most, double greatest)
    {
        var slices = place.GroupBy(s => Math.Min(names.IndexOf(s.Slice), most - 1)).OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Sum(s => s.Value))).ToList();
        var radius = LargestRadius * Math.Sqrt(slices.Sum(s => s.Item2) / greatest);
        return new MapPie(
            place.First().Place, place.Key.Longitude, place.Key.Latitude, Math.Max(SmallestRadius, radius), slices);
    }
}

/// <summary>What a name has at a place: degrees east and north, and a value.</summary>
internal sealed record MapShare(string Place, double Longitude, double Latitude, string Slice, double Value);
