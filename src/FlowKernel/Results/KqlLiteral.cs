using System.Globalization;
using System.Text;

namespace FlowKernel.Results;

/// <summary>Writes values as KQL source text (https://learn.microsoft.com/kusto/query/scalar-data-types/).</summary>
public static class KqlLiteral
{
    private static readonly (long Ticks, string Unit)[] Units =
    [
        (TimeSpan.TicksPerDay, "d"),
        (TimeSpan.TicksPerHour, "h"),
        (TimeSpan.TicksPerMinute, "m"),
        (TimeSpan.TicksPerSecond, "s"),
    ];

    /// <summary>
    /// The literal of a value of <see cref="KqlTypes.ClrType"/>, or of null; its type in KQL is always
    /// <paramref name="type"/>, so <c>long(5)</c> and not <c>5</c>.
    /// </summary>
    public static string Write(KqlType type, object? value) => (type, value) switch
    {
        (KqlType.String, _) => Quote((string?)value ?? ""),
        (_, null) => $"{type.Name()}(null)",
        (KqlType.Bool, bool b) => b ? "true" : "false",
        (KqlType.Real, double r) => $"real({Real(r)})",
        (KqlType.DateTime, DateTime t) => $"datetime({Iso(t)})",
        (KqlType.TimeSpan, TimeSpan t) => Duration(t),
        (KqlType.Guid, Guid g) => $"guid({g:D})",
        (KqlType.Dynamic, DynamicValue d) => $"dynamic({d.Json})",
        (_, IFormattable number) => $"{type.Name()}({number.ToString(null, CultureInfo.InvariantCulture)})",
        _ => throw new InvalidCastException($"{value.GetType().Name} is not the CLR type of {type.Name()}."),
    };

    /// <summary>A KQL string literal in double quotes, with every character that needs it escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
            Append(quoted, c);
        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, char c) => _ = c switch
    {
        '"' => quoted.Append("\\\""),
        '\\' => quoted.Append(@"\\"),
        '\n' => quoted.Append(@"\n"),
        '\r' => quoted.Append(@"\r"),
        '\t' => quoted.Append(@"\t"),
        _ when char.IsControl(c) || c is '\u2028' or '\u2029' =>
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ => quoted.Append(c),
    };

    private static string Duration(TimeSpan t)
    {
        if (t.Ticks > 0)
        {
            foreach (var (ticks, unit) in Units)
            {
                if (t.Ticks % ticks == 0)
                    return (t.Ticks / ticks).ToString(CultureInfo.InvariantCulture) + unit;
            }
        }

        return $"timespan({t.ToString("c", CultureInfo.InvariantCulture)})";
    }

    private static string Iso(DateTime t) => t.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    private static string Real(double r) => r switch
    {
        double.PositiveInfinity => "+inf",
        double.NegativeInfinity => "-inf",
        double.NaN => "nan",
        _ => r.ToString("R", CultureInfo.InvariantCulture),
    };
}
