using System.Globalization;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>Keeps bars readable: where there are too many names, the largest stay, in their order.</summary>
internal static class CategoryLimit
{
    public static (Axis Axis, List<Series> Series) Largest(Axis axis, List<Series> series, List<string> notes)
    {
        var count = axis.Categories.Count;
        if (count <= ChartLimits.Categories)
            return (axis, series);
        var kept = LargestOf(count, series);
        notes.Add(string.Create(
            CultureInfo.InvariantCulture, $"Only the {kept.Length} largest of {count:N0} bars are shown."));
        var places = new Dictionary<double, double>();
        foreach (var old in kept)
            places[old] = places.Count;
        var shown = axis with { Categories = Array.ConvertAll(kept, i => axis.Categories[i]) };
        return (shown, [.. series.Select(s => Moved(s, places)).Where(s => s.X.Length > 0)]);
    }

    private static int[] LargestOf(int count, List<Series> series)
    {
        var totals = new double[count];
        foreach (var s in series)
        {
            for (var i = 0; i < s.X.Length; i++)
                totals[(int)s.X[i]] += s.Y[i];
        }

        return [.. Enumerable.Range(0, count).OrderByDescending(i => totals[i]).Take(ChartLimits.Categories).Order()];
    }

    private static Series Moved(Series series, Dictionary<double, double> places)
    {
        int[] kept = [.. Enumerable.Range(0, series.X.Length).Where(i => places.ContainsKey(series.X[i]))];
        return series with
        {
            X = Array.ConvertAll(kept, i => places[series.X[i]]),
            Y = Array.ConvertAll(kept, i => series.Y[i]),
        };
    }
}
