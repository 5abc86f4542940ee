using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml;
using FlowKernel.Session;

namespace FlowKernel.Serve.LogAnalytics;

/// <summary>
/// Reads stretches of time as Log Analytics takes them, by ISO 8601: a length up to now, or two ends, one of which may be
/// a length.
/// </summary>
internal static class Timespans
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private const double DaysInWeek = 7;

    /// <summary>The stretch; false where the text is none.</summary>
    public static bool TryRead(string text, DateTime now, [NotNullWhen(true)] out TimeRange? range)
    {
        range = text.Trim().Split('/') switch
        {
            [var length] when TryLength(length, out var span) => new TimeRange(RangeStart.Of(now, span), null),
            [var from, var to] => Between(from, to),
            _ => null,
        };
        return range is not null;
    }

    private static TimeRange? Between(string from, string to)
    {
        if (TryTime(from, out var start))
        {
            return TryTime(to, out var end) ? new TimeRange(start, end)
                : TryLength(to, out var after) ? new TimeRange(start, RangeStart.Of(start, -after))
                : null;
        }

        return TryLength(from, out var before) && TryTime(to, out var last)
            ? new TimeRange(RangeStart.Of(last, before), last)
            : null;
    }

    private static bool TryTime(string text, out DateTime time) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out time) && text is [>= '0' and <= '9', ..];

    private static bool TryLength(string text, out TimeSpan length)
    {
        length = default;
        if (text is ['P' or 'p', .. var weeks, 'W' or 'w']
            && int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 1_000_000)
        {
            length = TimeSpan.FromDays(count * DaysInWeek);
            return true;
        }

        try
        {
            length = XmlConvert.ToTimeSpan(text.ToUpperInvariant());
            return length >= TimeSpan.Zero;
        }
        catch (Exception refused) when (refused is FormatException or OverflowException)
        {
            return false;
        }
    }
}
