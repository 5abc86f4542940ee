using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Texts of keys and values, as <c>parse-kv</c> reads them
/// (https://learn.microsoft.com/kusto/query/parse-kv-operator).
/// </summary>
internal static class KeyValueText
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<string, string, string>("kql_parse_kv", (text, key, options) =>
            KeyValueOptions.Of(options) is { HasDelimiters: true } given
                ? Find(text, key, given)
                : KeyValueWords.Find(text, key, KeyValueOptions.Of(options))),
        NativeFunction.Text<string, string>("kql_value_of_pairs", OfPairs),
    ];

    /// <summary>The first value of a key between delimiters.</summary>
    private static string Find(string text, string key, KeyValueOptions options)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf(options.Sign, at, StringComparison.Ordinal);
            if (end < 0)
                return "";
            var name = text[at..end].Trim();
            var (value, next) = Value(text, SkipBlanks(text, end + options.Sign.Length), options);
            if (KeyOf(name, options) == key)
                return value;
            at = next;
        }

        return "";
    }

    /// <summary>The value beside a key in an array of [key, value].</summary>
    private static string OfPairs(string pairs, string key) => JsonText.Parse(pairs) is { ValueKind: JsonValueKind.Array } all
        ? all.EnumerateArray().Where(p => JsonText.Text(p[0]).Trim() == key).Select(p => JsonText.Text(p[1]).Trim())
            .FirstOrDefault("")
        : "";

    /// <summary>The key that stands last before its sign; in quotes it may hold what ends a pair.</summary>
    private static string KeyOf(string name, KeyValueOptions options)
    {
        if (options.QuoteAtEnd(name) is var (open, _) && name.LastIndexOf(open, name.Length - 2) is >= 0 and var start)
            return name[(start + 1)..^1].Trim();
        var end = name.LastIndexOf(options.Pair, StringComparison.Ordinal);
        return name[(end < 0 ? 0 : end + options.Pair.Length)..].Trim();
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static (string Value, int Next) Value(string text, int start, KeyValueOptions options)
    {
        if (options.QuoteAt(text, start) is var (_, close))
            return options.Quoted(text, start + 1, close);
        var end = text.IndexOf(options.Pair, start, StringComparison.Ordinal);
        if (options.IsGreedy && text.IndexOf(options.Sign, start, StringComparison.Ordinal) is var next)
        {
            end = next < 0
                ? -1
                : Math.Max(end, text.LastIndexOf(options.Pair, next, next - start, StringComparison.Ordinal));
        }

        return end < 0 ? (text[start..].Trim(), text.Length) : (text[start..end].Trim(), end + options.Pair.Length);
    }
}
