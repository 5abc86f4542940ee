using System.Globalization;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>Keeps charts readable: few series, and not too many points; says what it leaves out.</summary>
internal static class SeriesLimit
{
    /// <summary>
    /// The largest series, and the others together as one where values can be added (bars, areas) or points can lie
    /// together; lines are left out instead, since the sum of averages means nothing.
    /// </summary>
    public static List<Series> Largest(this List<Series> all, XyMark mark, List<string> notes)
    {
        if (all.Count <= ChartLimits.Series + 1)
            return all;
        var ranked = all.OrderByDescending(s => Math.Abs(s.Total)).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var kept = ranked.Take(ChartLimits.Series).ToList();
        if (mark == XyMark.Line)
        {
            notes.Add(Note($"Only the {ChartLimits.Series} largest of {all.Count:N0} series are shown."));
            return kept;
        }

        var rest = all.Count - kept.Count;
        notes.Add(Note($"The {rest:N0} smallest of {all.Count:N0} series are together as \"other\"."));
        kept.Add(Together(ranked.Skip(ChartLimits.Series).ToList()));
        return kept;
    }

    /// <summary>Every n-th point of each series where there are too many; first and last points stay.</summary>
    public static List<Series> Thinned(this List<Series> all, List<string> notes)
    {
        var count = all.Sum(s => (long)s.X.Length);
        if (count <= ChartLimits.Points)
            return all;
        var step = (int)((count + ChartLimits.Points - 1) / ChartLimits.Points);
        notes.Add(Note($"One point in {step} is shown, since there are {count:N0}."));
        return [.. all.Select(s => Thin(s, step))];
    }

    private static Series Together(IReadOnlyList<Series> series) =>
        new("other", [.. series.SelectMany(s => s.X)], [.. series.SelectMany(s => s.Y)]) { IsOther = true };

    private static Series Thin(Series series, int step)
    {
        var last = series.X.Length - 1;
        var marked = series.Marked.ToHashSet();
        return series.Picked([.. Enumerable.Range(0, series.X.Length)
            .Where(i => i % step == 0 || i == last || marked.Contains(i))]);
    }

    private static string Note(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
