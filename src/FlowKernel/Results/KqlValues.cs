using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowKernel.Results;

/// <summary>Reads values that people type, such as <c>--param last=60d</c>.</summary>
public static partial class KqlValues
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly Dictionary<string, double> TicksPerUnit = new(StringComparer.Ordinal)
    {
        ["d"] = TimeSpan.TicksPerDay,
        ["h"] = TimeSpan.TicksPerHour,
        ["m"] = TimeSpan.TicksPerMinute,
        ["s"] = TimeSpan.TicksPerSecond,
        ["ms"] = TimeSpan.TicksPerMillisecond,
    };

    private static readonly Dictionary<KqlType, Func<string, object?>> Readers = new()
    {
        [KqlType.String] = text => text,
        [KqlType.Bool] = text => bool.TryParse(text, out var b) ? b : null,
        [KqlType.Int] = text => int.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var i) ? i : null,
        [KqlType.Long] = text => long.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var l) ? l : null,
        [KqlType.Real] = text => double.TryParse(text, NumberStyles.Float, Invariant, out var r) ? r : null,
        [KqlType.Decimal] = text => decimal.TryParse(text, NumberStyles.Float, Invariant, out var d) ? d : null,
        [KqlType.DateTime] = text => DateTime.TryParse(text, Invariant, Utc, out var t) ? t : null,
        [KqlType.TimeSpan] = Duration,
        [KqlType.Guid] = text => Guid.TryParse(text, out var g) ? g : null,
        [KqlType.Dynamic] = Json,
    };

    /// <summary>
    /// Reads a value of a type: numbers with a point, times as ISO 8601 in UTC unless they say otherwise, lengths of
    /// time as in KQL (<c>60d</c>, <c>12h</c>, <c>30m</c>) or <c>[d.]hh:mm:ss</c>. False when the text is no such
    /// value.
    /// </summary>
    public static bool TryParse(KqlType type, string text, out object? value)
    {
        value = Readers[type](type == KqlType.String ? text : text.Trim());
        return value is not null;
    }

    /// <summary>How a value of the type is written, as examples for a message.</summary>
    public static string Examples(KqlType type) => type switch
    {
        KqlType.TimeSpan => "60d, 12h or 30m",
        KqlType.DateTime => "2024-04-23 or 2024-04-23T10:30:00Z",
        KqlType.Bool => "true or false",
        KqlType.Int or KqlType.Long => "a whole number such as 80",
        KqlType.Real or KqlType.Decimal => "a number such as 0.5",
        KqlType.Guid => "e.g. 74be27de-1e4e-49d9-b579-fe0b331d3642",
        KqlType.Dynamic => """JSON such as ["a", "b"]""",
        _ => "any text",
    };

    private static object? Duration(string text)
    {
        var match = WithUnit().Match(text);
        if (!match.Success)
            return text.Contains(':') && TimeSpan.TryParse(text, Invariant, out var t) ? t : null;
        var ticks = double.Parse(match.Groups[1].Value, Invariant) * TicksPerUnit[match.Groups[2].Value];
        return Math.Abs(ticks) < long.MaxValue ? TimeSpan.FromTicks((long)ticks) : null;
    }

    private static DynamicValue? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new DynamicValue(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(-?\d+(?:\.\d+)?)(d|h|ms|m|s)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnit();
}
