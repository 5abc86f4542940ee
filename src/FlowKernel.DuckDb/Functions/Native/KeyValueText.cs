using System.Text;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Texts of keys and values, as <c>parse-kv</c> reads them.</summary>
internal static class KeyValueText
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<string, string, string>(
            "kql_parse_kv", (text, key, options) => Find(text, key, JsonText.Parse(options))),
    ];

    /// <summary>
    /// The first value of a key; the options are [pair delimiter, key delimiter, quote, escape, greedy].
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
            if (name[LastEnd(name, pair)..].Trim() == key)
                return value;
            at = next;
        }

        return "";
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
        var quote = options[2].GetString()!;
        if (quote.Length > 0 && start < text.Length && text[start] == quote[0])
            return Quoted(text, start + 1, quote[^1], options[3].GetString()!);
        var end = text.IndexOf(pair, start, StringComparison.Ordinal);
        if (options[4].ValueKind == JsonValueKind.True
            && text.IndexOf(sign, start, StringComparison.Ordinal) is var next)
        {
            end = next < 0 ? -1 : Math.Max(end, text.LastIndexOf(pair, next, next - start, StringComparison.Ordinal));
        }

        return end < 0 ? (text[start..].Trim(), text.Length) : (text[start..end].Trim(), end + pair.Length);
    }

    private static (string Value, int Next) Quoted(string text, int at, char quote, string escape)
    {
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (escape.Length > 0 && text[at] == escape[0] && at + 1 < text.Length)
                at++;
            value.Append(text[at]);
        }

        return (value.ToString(), at + 1);
    }
}
