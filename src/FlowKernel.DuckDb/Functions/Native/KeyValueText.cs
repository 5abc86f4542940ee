using System.Text;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Texts of keys and values, as <c>parse-kv</c> reads them.</summary>
internal static class KeyValueText
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<string, string>(
            "kql_value_of_key", (pairs, key) => Value(JsonText.Parse(pairs), key)),
        NativeFunction.Text<string, string, string>(
            "kql_parse_kv", (text, key, options) => Find(text, key, JsonText.Parse(options))),
    ];

    /// <summary>The first value of a key among pairs [[key, value], …].</summary>
    private static string Value(JsonElement pairs, string key) => pairs.ValueKind != JsonValueKind.Array ? "" : pairs
        .EnumerateArray().Where(p => p.ValueKind == JsonValueKind.Array && p.GetArrayLength() == 2)
        .FirstOrDefault(p => p[0].GetString()!.Trim() == key) is { ValueKind: JsonValueKind.Array } found
            ? found[1].GetString()!.Trim()
            : "";

    /// <summary>
    /// The first value of a key; the options are [pair delimiter, key delimiter, quotes, escapes, greedy].
    /// </summary>
    private static string Find(string text, string key, JsonElement options)
    {
        var (pair, sign) = (options[0].GetString()!, options[1].GetString()!);
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf(sign, at, StringComparison.Ordinal);
            if (end < 0)
                return "";
            var name = text[at..end].Trim();
            var start = SkipBlanks(text, end + sign.Length);
            var (value, next) = Value(text, start, pair, sign, options);
            if (KeyIn(name, pair, options[2].GetString()!) == key)
                return value;
            at = next;
        }

        return "";
    }

    /// <summary>The key before a sign: what stands in quotes there, or all after the last pair's end.</summary>
    private static string KeyIn(string name, string pair, string quotes)
    {
        for (var i = 0; i + 1 < quotes.Length; i += 2)
        {
            if (name.Length > 1 && name[^1] == quotes[i + 1] && name.LastIndexOf(quotes[i], name.Length - 2) is >= 0 and var open)
                return name[(open + 1)..^1].Trim();
        }

        return name[LastEnd(name, pair)..].Trim();
    }

    private static int LastEnd(string name, string pair) =>
        name.LastIndexOf(pair, StringComparison.Ordinal) is >= 0 and var found ? found + pair.Length : 0;

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static (string Value, int Next) Value(string text, int start, string pair, string sign, JsonElement options)
    {
        var quotes = options[2].GetString()!;
        for (var i = 0; i + 1 < quotes.Length; i += 2)
        {
            if (start < text.Length && text[start] == quotes[i])
                return Quoted(text, start + 1, quotes[i + 1], options[3].GetString()!);
        }

        var end = text.IndexOf(pair, start, StringComparison.Ordinal);
        if (options[4].ValueKind == JsonValueKind.True
            && text.IndexOf(sign, start, StringComparison.Ordinal) is var next)
        {
            end = next < 0 ? -1 : Math.Max(end, text.LastIndexOf(pair, next, next - start, StringComparison.Ordinal));
        }

        return end < 0 ? (text[start..].Trim(), text.Length) : (text[start..end].Trim(), end + pair.Length);
    }

    private static (string Value, int Next) Quoted(string text, int at, char quote, string escapes)
    {
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (escapes.Contains(text[at]) && at + 1 < text.Length)
                at++;
            value.Append(text[at]);
        }

        return (value.ToString(), at + 1);
    }
}
