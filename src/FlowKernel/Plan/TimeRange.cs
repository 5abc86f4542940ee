using System.Globalization;

namespace FlowKernel.Plan;

/// <summary>Instants in UTC from one to another, both included.</summary>
public readonly record struct TimeRange(DateTime From, DateTime To)
{
    /// <summary>The instants that are in both.</summary>
    public TimeRange And(TimeRange other) =>
        new(From > other.From ? From : other.From, To < other.To ? To : other.To);

    /// <summary>True when some instant of the other range is in this one.</summary>
    public bool Touches(TimeRange other) => From <= other.To && other.From <= To;

    /// <inheritdoc/>
    public override string ToString() => $"{Text(From, DateTime.MinValue)}..{Text(To, DateTime.MaxValue)}";

    private static string Text(DateTime time, DateTime open) =>
        time == open ? "" : time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
