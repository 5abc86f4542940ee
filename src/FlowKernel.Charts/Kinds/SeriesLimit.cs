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

    /// <summary>
    /// Fewer points where there are too many. Of lines, areas and bars the least and the greatest of each stretch stay,
    /// so that no peak is lost; first, last and marked points too. Points of a cloud stay by chance, so that it keeps
    /// its density, and the outermost ones.
    /// </summary>
    /// <param name="all">The series.</param>
    /// <param name="mark">What stands for a point.</param>
    /// <param name="isAligned">True where series have the same places: those that stay are the same of all.</param>
    /// <param name="notes">Gets a sentence.</param>
    public static List<Series> Thinned(this List<Series> all, XyMark mark, bool isAligned, List<string> notes)
    {
        var most = mark == XyMark.Bar ? ChartLimits.Bars : ChartLimits.Points;
        var count = Points(all);
        if (count <= most)
            return all;
        all = all.ConvertAll(s => s with { WholeTotal = s.Total });
        var stretch = (int)((count + most - 1) / most);
        var isCloud = mark == XyMark.Point;
        var thin = isCloud ? all.ConvertAll(s => CloudThinning.Thin(s, stretch))
            : isAligned ? Together(all, 2 * stretch)
            : all.ConvertAll(s => s.Picked([.. Peaks(s, 2 * stretch)]));
        var how = isCloud ? Note($"one of every {stretch} and the outermost") : "with every peak";
        notes.Add(Note($"{Points(thin):N0} of {count:N0} points are shown, {how}."));
        return thin;
    }

    // Aligned bars have places where there is none.
    private static long Points(List<Series> all) => all.Sum(s => s.Y.LongCount(double.IsFinite));

    private static Series Together(IReadOnlyList<Series> series) =>
        new("other", [.. series.SelectMany(s => s.X)], [.. series.SelectMany(s => s.Y)]) { IsOther = true };

    /// <summary>Aligned series at the places where they or their sums are least and greatest.</summary>
    private static List<Series> Together(List<Series> aligned, int stretch)
    {
        var sums = new double[aligned[0].X.Length];
        foreach (var series in aligned)
        {
            for (var i = 0; i < sums.Length; i++)
                sums[i] += double.IsFinite(series.Y[i]) ? series.Y[i] : 0;
        }

        // Half of the places by the sums, which keep the outline; half for the series, whose peaks the sums may hide.
        var kept = aligned.Count == 1 ? Peaks(aligned[0], stretch) : Peaks(aligned[0] with { Y = sums }, 2 * stretch);
        if (aligned.Count > 1)
            kept.UnionWith(aligned.SelectMany(s => Peaks(s, 2 * stretch * aligned.Count)));
        return aligned.ConvertAll(s => s.Picked([.. kept]));
    }

    private static SortedSet<int> Peaks(Series series, int stretch)
    {
        var kept = new SortedSet<int>(series.Marked);
        if (series.X.Length > 0)
            kept.UnionWith([0, series.X.Length - 1]);
        for (var from = 0; from < series.X.Length; from += stretch)
        {
            var places = Enumerable.Range(from, Math.Min(stretch, series.X.Length - from))
                .Where(i => double.IsFinite(series.Y[i])).ToList();
            if (places.Count > 0)
                kept.UnionWith([places.MinBy(i => series.Y[i]), places.MaxBy(i => series.Y[i])]);
        }

        return kept;
    }

    private static string Note(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
