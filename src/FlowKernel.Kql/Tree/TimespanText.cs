using System.Collections.Frozen;
using System.Globalization;

namespace FlowKernel.Kql.Tree;

/// <summary>
/// Reads timespan literals (https://learn.microsoft.com/kusto/query/scalar-data-types/timespan): a number with a unit
/// as in <c>1.5h</c>, or <c>[-][d.]hh:mm[:ss[.fffffff]]</c>; a number alone counts days.
/// </summary>
internal static class TimespanText
{
    private static readonly FrozenDictionary<string, long> TicksByUnit = new (long Ticks, string[] Units)[]
    {
        (TimeSpan.TicksPerDay, ["d", "day", "days"]),
        (TimeSpan.TicksPerHour, ["h", "hr", "hrs", "hour", "hours"]),
        (TimeSpan.TicksPerMinute, ["m", "min", "minute", "minutes"]),
        (TimeSpan.TicksPerSecond, ["s", "sec", "second", "seconds"]),
        (TimeSpan.TicksPerMillisecond, ["ms", "milli", "millis", "millisec", "millisecond", "milliseconds"]),
        (TimeSpan.TicksPerMicrosecond, ["micro", "micros", "microsec", "microsecond", "microseconds"]),
        (1, ["tick", "ticks"]),
    }.SelectMany(u => u.Units.Select(name => (name, u.Ticks))).ToFrozenDictionary(
        u => u.name, u => u.Ticks, StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of the text between the brackets, or of the whole of a bare literal.</summary>
    public static bool TryParse(string text, out TimeSpan value)
    {
        text = text.Trim();
        return text.Contains(':', StringComparison.Ordinal)
            ? TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value)
            : TryParseQuantity(text, out value);
    }

    private static bool TryParseQuantity(string text, out TimeSpan value)
    {
        value = default;
        var digits = text.AsSpan().IndexOfAnyExcept("+-.0123456789");
        var number = digits < 0 ? text : text[..digits];
        var unit = digits < 0 ? "d" : text[digits..].Trim();
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            || !TicksByUnit.TryGetValue(unit, out var ticks))
            return false;
        var total = amount * ticks;
        if (total is > long.MaxValue or < long.MinValue)
            return false;
        value = new TimeSpan((long)total);
        return true;
    }
}
