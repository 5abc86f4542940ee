using System.Globalization;

namespace FlowKernel.Notebook.Display;

/// <summary>Lengths of time for reading: the two greatest units that matter.</summary>
public static class DurationText
{
    private static readonly (long Ticks, string Name)[] Units =
    [
        (TimeSpan.TicksPerDay, "d"),
        (TimeSpan.TicksPerHour, "h"),
        (TimeSpan.TicksPerMinute, "min"),
    ];

    /// <summary>A length such as <c>3 d 4 h</c>, <c>2 min 5 s</c>, <c>1.25 s</c> or <c>320 ms</c>.</summary>
    public static string Of(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
            return "-" + Of(span == TimeSpan.MinValue ? TimeSpan.MaxValue : -span);
        for (var i = 0; i < Units.Length; i++)
        {
            if (span.Ticks >= Units[i].Ticks)
                return TwoUnits(span.Ticks, i);
        }

        return Short(span.Ticks);
    }

    private static string TwoUnits(long ticks, int index)
    {
        var (size, name) = Units[index];
        var (next, nextName) = index + 1 < Units.Length ? Units[index + 1] : (TimeSpan.TicksPerSecond, "s");
        var rest = ticks % size / next;
        var tail = rest == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {rest} {nextName}");
        return string.Create(CultureInfo.InvariantCulture, $"{ticks / size} {name}{tail}");
    }

    private static string Short(long ticks) => ticks switch
    {
        0 => "0 s",
        >= TimeSpan.TicksPerSecond => Number((double)ticks / TimeSpan.TicksPerSecond, "s"),
        >= TimeSpan.TicksPerMillisecond => Number((double)ticks / TimeSpan.TicksPerMillisecond, "ms"),
        _ => Number((double)ticks / TimeSpan.TicksPerMicrosecond, "µs"),
    };

    private static string Number(double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");
}
