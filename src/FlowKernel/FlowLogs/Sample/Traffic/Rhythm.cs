namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>How much there is to do by hour of the day (UTC) and day of the week.</summary>
/// <param name="Hours">A factor for each of the 24 hours.</param>
/// <param name="Weekend">A factor for Saturday and Sunday.</param>
internal sealed record Rhythm(IReadOnlyList<double> Hours, double Weekend = 1)
{
    /// <summary>Always the same.</summary>
    public static readonly Rhythm Constant = new([.. Enumerable.Repeat(1.0, 24)]);

    /// <summary>Office hours of the US east coast; a little at night, less on weekends.</summary>
    public static readonly Rhythm Office = new(
    [
        0.20, 0.12, 0.08, 0.06, 0.05, 0.05, 0.06, 0.08, 0.12, 0.20, 0.40, 0.75,
        1.20, 1.60, 1.75, 1.80, 1.55, 1.65, 1.80, 1.70, 1.40, 0.95, 0.55, 0.32,
    ], 0.30);

    /// <summary>Only while people are at work.</summary>
    public static readonly Rhythm Workday = new(
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.3,
        1.0, 1.6, 1.8, 1.8, 1.2, 1.5, 1.8, 1.6, 1.0, 0.4, 0, 0,
    ], 0.05);

    /// <summary>What people do on the web: the evening is strong, weekends too.</summary>
    public static readonly Rhythm Consumers = new(
    [
        1.60, 1.40, 1.00, 0.60, 0.40, 0.30, 0.25, 0.25, 0.30, 0.40, 0.55, 0.75,
        0.90, 1.00, 1.10, 1.15, 1.20, 1.20, 1.20, 1.25, 1.35, 1.50, 1.70, 1.75,
    ], 1.35);

    /// <summary>Backups and copies, from 4 to 8 UTC.</summary>
    public static readonly Rhythm Night = new(
        [0, 0, 0, 0, 1, 1, 1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>Once a day, in the hour from 5 UTC, on working days.</summary>
    public static readonly Rhythm Daily = new(
        [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0);

    /// <summary>The factor for an hour.</summary>
    public double At(DateTime hour) => Hours[hour.Hour] * (IsWeekend(hour) ? Weekend : 1);

    private static bool IsWeekend(DateTime hour) => hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
