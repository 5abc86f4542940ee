using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Instants and lengths of time from texts and to texts.</summary>
internal static partial class TimeText
{
    private const DateTimeStyles InstantStyle = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        | DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault;

    /// <summary>
    /// An instant in one of the forms of https://learn.microsoft.com/kusto/query/scalar-data-types/datetime, or null.
    /// </summary>
    public static DateTime? ToDateTime(string text)
    {
        if (YearAlone().IsMatch(text))
            text += "-01-01";
        // .NET knows the name of the zone only behind some forms; without one it is UTC anyway.
        if (!DateTime.TryParse(UtcName().Replace(text, ""), CultureInfo.InvariantCulture, InstantStyle, out var value))
            return null;
        return value.Year == 1 && !text.Contains("0001", StringComparison.Ordinal) ? null : value;
    }

    /// <summary>
    /// A length of time in ticks, as <c>d.hh:mm:ss</c> or with a unit
    /// (https://learn.microsoft.com/kusto/query/scalar-data-types/timespan),
    /// or null.
    /// </summary>
    public static long? ToTimeSpan(string text)
    {
        if (TimeSpan.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var value))
            return value.Ticks;
        var match = Literal().Match(text);
        if (!match.Success)
            return null;
        var number = double.Parse(match.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        return (long)Math.Round(number * TicksOf(match.Groups["unit"].Value));
    }

    /// <summary>[-][d.]hh:mm:ss[.fffffff].</summary>
    public static string Of(long ticks) => new TimeSpan(ticks).ToString("c", CultureInfo.InvariantCulture);

    /// <summary>An instant of so many ticks, in ISO 8601.</summary>
    public static string OfInstant(long ticks) =>
        new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks))
            .ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <summary>The instant of a dynamic value, or null.</summary>
    public static DateTime? ToDateTime(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ToDateTime(value.GetString()!),
        JsonValueKind.Number when value.TryGetInt64(out var ticks) && ticks is >= 0 and <= 3155378975999999999 =>
            new(ticks, DateTimeKind.Utc),
        _ => null,
    };

    /// <summary>The length of time of a dynamic value in ticks, or null.</summary>
    public static long? ToTimeSpan(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ToTimeSpan(value.GetString()!),
        JsonValueKind.Number when value.TryGetInt64(out var ticks) => ticks,
        _ => null,
    };

    private static double TicksOf(string unit) => unit switch
    {
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "m" or "min" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "s" or "sec" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
        _ => 1,
    };

    [GeneratedRegex(@"(?<=\d)\s+(GMT|UTC)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex UtcName();

    [GeneratedRegex(@"^\s*\d{4}\s*$")]
    private static partial Regex YearAlone();

    [GeneratedRegex(
        """
        ^\s*(?<number>-?\d+(\.\d+)?)
        (?<unit>days?|d|hours?|hrs?|h|minutes?|min|millis|milli|milliseconds?|ms|m
        |microseconds?|seconds?|sec|s|ticks?)\s*$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
