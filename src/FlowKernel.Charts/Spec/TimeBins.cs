namespace FlowKernel.Charts.Spec;

/// <summary>
/// The length of time that a bar stands for. Where there are many bars the shortest distance tells; where there are
/// few, as when a machine was active on two days of a month, the positions themselves do: all at midnight means days.
/// </summary>
internal static class TimeBins
{
    private const int Few = 3;

    /// <summary>A day, an hour, a minute and a second in milliseconds.</summary>
    private static readonly double[] Units = [86_400_000, 3_600_000, 60_000, 1000];

    /// <summary>The length in milliseconds, where the bars of a chart are too few to show it; otherwise null.</summary>
    public static double? OfFewBars(XyChart chart)
    {
        if (chart is not { Mark: XyMark.Bar, X.Scale: AxisScale.Time, Series: [{ X.Length: > 0 and <= Few }, ..] })
            return null;
        return UnitOf(chart.Series[0].X);
    }

    /// <summary>Where all points of a chart lie at one instant: it and the length that it stands for, in milliseconds.</summary>
    public static (double Place, double Unit)? OfOneInstant(XyChart chart)
    {
        if (chart.X.Scale != AxisScale.Time)
            return null;
        double[] places = [.. chart.Series.SelectMany(s => s.X).Distinct().Take(2)];
        return places.Length == 1 ? (places[0], UnitOf(places)) : null;
    }

    private static double UnitOf(double[] places) =>
        Units.FirstOrDefault(unit => places.All(place => place % unit == 0), Units[^1]);
}
