using System.Text.Json;
using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Serve.Requests;

/// <summary>
/// Reads the values of query parameters: JSON values, or texts that are KQL literals of the declared type or only their
/// inner part (<c>datetime(2024-04-23)</c>, <c>2024-04-23</c>, <c>'text'</c>, <c>text</c>).
/// </summary>
internal static partial class ParameterValues
{
    /// <summary>
    /// The values of the declared parameters; one that is not declared means nothing to the query and is left out.
    /// </summary>
    public static Outcome<IReadOnlyDictionary<string, QueryParameter>> Read(
        IReadOnlyList<KqlColumn> declared, IReadOnlyDictionary<string, JsonElement> given)
    {
        var values = new Dictionary<string, QueryParameter>(StringComparer.Ordinal);
        foreach (var (name, type) in declared.Select(d => (d.Name, d.Type)))
        {
            if (!given.TryGetValue(name, out var json))
                continue;
            if (!TryRead(json, type, out var value))
                return ServeDiagnostics.BadParameter(name, json.GetRawText(), type);
            values[name] = new QueryParameter(type, value);
        }

        return values;
    }

    private static bool TryRead(JsonElement json, KqlType type, out object? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null)
            return true;
        if (json.ValueKind != JsonValueKind.String)
            return KqlValues.TryParse(type, json.GetRawText(), out value);
        var text = json.GetString()!;
        return type == KqlType.String ? TryReadText(text, out value) : TryReadLiteral(text.Trim(), type, out value);
    }

    private static bool TryReadText(string text, out object? value)
    {
        value = QuotedText.TryRead(text, out var inner) ? inner : text;
        return true;
    }

    private static bool TryReadLiteral(string text, KqlType type, out object? value)
    {
        if (Literal().Match(text) is { Success: true } literal && KqlTypes.TryParse(literal.Groups[1].Value, out var named)
            && (named == type || (named.IsNumeric() && type.IsNumeric())))
            text = literal.Groups[2].Value.Trim();
        value = null;
        if (text == "null" && type != KqlType.Dynamic)
            return true;
        if (type != KqlType.Dynamic && QuotedText.TryRead(text, out var inner))
            text = inner;
        return KqlValues.TryParse(type, type == KqlType.Real ? RealText(text) : text, out value);
    }

    private static string RealText(string text) => text.ToLowerInvariant() switch
    {
        "inf" or "+inf" => "Infinity",
        "-inf" => "-Infinity",
        "nan" => "NaN",
        _ => text,
    };

    [GeneratedRegex(@"^([a-z0-9]+)\((.*)\)$", RegexOptions.Singleline)]
    private static partial Regex Literal();
}
