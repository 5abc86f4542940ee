using System.Globalization;
using System.Text.RegularExpressions;
using FlowKernel.Results;

namespace FlowKernel.Specs.Generated.Naive;

/// <summary>Names and values as KQL writes them.</summary>
internal static partial class KqlWords
{
    /// <summary>A name, in brackets where it needs them.</summary>
    public static string Name(string name) =>
        Plain().IsMatch(name) ? name : $"['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";

    /// <summary>A value as a literal.</summary>
    public static string Literal(object? value, KqlType type) => (value, type) switch
    {
        (string text, _) => Quoted(text),
        (null, _) => $"{type.Name()}(null)",
        (bool flag, _) => flag ? "true" : "false",
        (long number, _) => number < 0 ? $"long({Invariant(number)})" : Invariant(number),
        (double number, _) => $"real({Invariant(number)})",
        (DateTime time, _) => $"datetime({time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)})",
        (TimeSpan span, _) => $"timespan({span.ToString("c", CultureInfo.InvariantCulture)})",
        _ => throw new NotSupportedException($"A literal of {value.GetType()}."),
    };

    private static string Quoted(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal);
        return $"\"{escaped.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string Invariant(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Plain();
}
