using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Cli.Commands;

/// <summary>
/// Query parameters as people type them: <c>name=value</c> or <c>name:type=value</c>. Without a type, <c>60d</c> is a
/// timespan, <c>42</c> a long, <c>1.5</c> a real, <c>true</c> a bool, an ISO date a datetime, all else a string.
/// </summary>
internal static partial class ParameterText
{
    private static readonly KqlType[] Guesses =
        [KqlType.Bool, KqlType.Long, KqlType.Real, KqlType.TimeSpan, KqlType.DateTime];

    /// <summary>All parameters, or what is wrong with them.</summary>
    public static Outcome<IReadOnlyDictionary<string, QueryParameter>> ParseAll(IEnumerable<string> texts)
    {
        var values = new Dictionary<string, QueryParameter>(StringComparer.Ordinal);
        List<Diagnostic> errors = [];
        foreach (var text in texts)
        {
            if (Parse(text, values) is { } error)
                errors.Add(error);
        }

        return errors.Count == 0 ? values : new Outcome<IReadOnlyDictionary<string, QueryParameter>>(errors);
    }

    /// <summary>Splits <c>name=value</c>; null when there is no name.</summary>
    public static KeyValuePair<string, string>? Split(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var i and > 0 ? new(text[..i], text[(i + 1)..]) : null;

    private static Diagnostic? Parse(string text, Dictionary<string, QueryParameter> values)
    {
        if (Split(text) is not { } pair)
            return new("FK0701", $"'{text}' is not a parameter.", default, "Write name=value, such as ip=10.1.1.8.");
        var parts = pair.Key.Split(':', 2);
        if (parts.Length == 1)
        {
            values[pair.Key] = Guess(pair.Value);
            return null;
        }

        if (!KqlTypes.TryParse(parts[1], out var type))
        {
            return new(
                "FK0702", $"'{parts[1]}' is not a type.", default,
                "Write long, real, string, datetime, timespan or bool.");
        }

        if (!KqlValues.TryParse(type, pair.Value, out var value))
        {
            return new(
                "FK0703", $"'{pair.Value}' is not a {type.Name()}.", default, $"Write {KqlValues.Examples(type)}.");
        }

        values[parts[0]] = new QueryParameter(type, value);
        return null;
    }

    private static QueryParameter Guess(string text)
    {
        foreach (var type in Guesses)
        {
            if ((type != KqlType.DateTime || IsoDate().IsMatch(text)) && KqlValues.TryParse(type, text, out var value))
                return new QueryParameter(type, value);
        }

        return new QueryParameter(KqlType.String, text);
    }

    // DateTime.TryParse takes 10.1.1 for a date; an address must stay a text.
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d")]
    private static partial Regex IsoDate();
}
