namespace FlowKernel.Charts.Spec;

/// <summary>Ticks of axes that measure time lengths: whole seconds, minutes, hours, days, not powers of ten.</summary>
internal static class DurationTicks
{
    private const int Most = 7;

    /// <summary>Distances between ticks that people count in, in seconds.</summary>
    private static readonly double[] Steps =
    [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800,
    ];

    /// <summary>The ticks, in seconds, that cover an axis of a chart.</summary>
    public static IReadOnlyList<double> For(Axis axis, XyChart chart)
    {
        var values = ReferenceEquals(axis, chart.X)
            ? chart.Series.SelectMany(s => s.X).Where(double.IsFinite)
            : Tops([.. chart.Series.Where(s => chart.IsOn(s, axis))], chart.Stacking);
        var all = values.Append(0).ToArray();
        var (least, greatest) = (axis.Min ?? all.Min(), axis.Max ?? all.Max());
        var step = StepFor(greatest - least);
        var first = Math.Floor(least / step);
        var count = (int)Math.Min(100, Math.Ceiling(greatest / step) - first);
        return [.. Enumerable.Range(0, count + 1).Select(i => (first + i) * step)];
    }

    /// <summary>The distance between ticks for a range of seconds.</summary>
    public static double StepFor(double range)
    {
        foreach (var step in Steps)
        {
            if (range >= 1 && range <= step * Most)
                return step;
        }

        var unit = range >= 1 ? 86400d : 1d;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(range / unit, 1e-9))));
        var decimals = new[] { 0.2, 0.5, 1, 2 }.Select(factor => factor * magnitude * unit).ToArray();
        return decimals.FirstOrDefault(step => range <= step * Most, decimals[^1]);
    }

    /// <summary>The heights that the marks of series reach.</summary>
    private static IEnumerable<double> Tops(IReadOnlyList<Series> series, Stacking stacking)
    {
        if (stacking == Stacking.Unstacked || series.Count == 0)
            return series.SelectMany(s => s.Y).Where(double.IsFinite);
        return Enumerable.Range(0, series[0].Y.Length)
            .Select(i => series.Sum(s => double.IsFinite(s.Y[i]) ? s.Y[i] : 0));
    }
}
