using System.Globalization;
using System.Text;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Functions on instants and lengths of time that SQL does not have.</summary>
internal static class TimeFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<long, long, long, double, long>("kql_make_timespan", MakeTimeSpan),
        NativeFunction.Text<DateTime, string>("kql_format_datetime", Format),
        NativeFunction.Text<long, string>("kql_format_timespan", FormatTimeSpan),
        NativeFunction.Value<DateTime, string, DateTime>("kql_utc_to_local", TimeZones.ToLocal),
        NativeFunction.Value<DateTime, string, DateTime>("kql_local_to_utc", TimeZones.ToUtc),
    ];

    /// <summary>Days, hours, minutes and seconds as ticks; null where a part is out of its range.</summary>
    public static long? MakeTimeSpan(long days, long hours, long minutes, double seconds)
    {
        if (days is < 0 or > 10675199 || hours is < 0 or > 23 || minutes is < 0 or > 59
            || seconds is not (>= 0 and < 60))
            return null;
        var whole = (((((days * 24) + hours) * 60) + minutes) * TimeSpan.TicksPerMinute)
            + (long)Math.Round(seconds * TimeSpan.TicksPerSecond);
        return whole;
    }

    /// <summary>An instant in a format (https://learn.microsoft.com/kusto/query/format-datetime-function).</summary>
    public static string Format(DateTime instant, string format) => Format(format, (c, n) => Part(instant, c, n));

    /// <summary>Runs of a specifier's letter replaced by what they stand for, the rest kept.</summary>
    private static string Format(string format, Func<char, int, string> part)
    {
        var result = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            var letter = format[at];
            var longest = letter switch { 'f' or 'F' => 7, 'y' => 4, 'D' => 8, _ => 2 };
            var end = at + 1;
            while (end < format.Length && end - at < longest && format[end] == letter)
                end++;
            result.Append(char.IsAsciiLetter(letter) ? part(letter, end - at) : format[at..end]);
            at = end;
        }

        return result.ToString();
    }

    private static string FormatTimeSpan(long ticks, string format)
    {
        var span = new TimeSpan(Math.Abs(Math.Max(ticks, -long.MaxValue)));
        var days = format.Replace('d', 'D');
        return (ticks < 0 ? "-" : "") + Format(days, (letter, count) => letter switch
        {
            'D' => Pad(span.Days, count),
            'h' or 'H' => Pad(span.Hours, count),
            'm' => Pad(span.Minutes, count),
            's' => Pad(span.Seconds, count),
            _ => Fraction(span.Ticks % TimeSpan.TicksPerSecond, letter, count),
        });
    }

    private static string Part(DateTime t, char letter, int count) => letter switch
    {
        'd' => Pad(t.Day, count),
        'M' => Pad(t.Month, count),
        'y' => count > 2 ? Pad(t.Year, count) : Pad(t.Year % 100, count),
        'H' => Pad(t.Hour, count),
        'h' => Pad(((t.Hour + 11) % 12) + 1, count),
        'm' => Pad(t.Minute, count),
        's' => Pad(t.Second, count),
        't' => (t.Hour < 12 ? "AM" : "PM")[..count],
        _ => Fraction(t.Ticks % TimeSpan.TicksPerSecond, letter, count),
    };

    private static string Fraction(long ticks, char letter, int count)
    {
        var digits = ticks.ToString("D7", CultureInfo.InvariantCulture)[..count];
        return letter == 'F' ? digits.TrimEnd('0') : digits;
    }

    private static string Pad(int number, int count) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');
}
