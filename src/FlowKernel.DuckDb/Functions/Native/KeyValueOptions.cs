using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>How keys and values are told apart.</summary>
/// <param name="Pair">What stands between pairs; empty where any sign may.</param>
/// <param name="Sign">What stands between a key and its value; empty where any sign may.</param>
/// <param name="Quotes">Opening and closing quotes.</param>
/// <param name="Escapes">Before one of these characters' followers, a quote is no end.</param>
/// <param name="IsGreedy">True where a value without quotes reaches up to the next key.</param>
internal sealed record KeyValueOptions(
    string Pair, string Sign, IReadOnlyList<(char Open, char Close)> Quotes, string Escapes, bool IsGreedy)
{
    private const int MostKept = 256;
    private static readonly ConcurrentDictionary<string, KeyValueOptions> Known = new(StringComparer.Ordinal);

    /// <summary>True where the query names both delimiters.</summary>
    public bool HasDelimiters => Pair.Length > 0 && Sign.Length > 0;

    /// <summary>Reads <c>[pair, sign, [quotes…], escapes, greedy]</c>.</summary>
    public static KeyValueOptions Of(string json)
    {
        if (Known.Count > MostKept)
            Known.Clear();
        return Known.GetOrAdd(json, static text =>
        {
            var given = JsonText.Parse(text);
            return new KeyValueOptions(
                JsonText.Text(given[0]), JsonText.Text(given[1]),
                [.. given[2].EnumerateArray().Select(JsonText.Text).Select(q => (q[0], q[^1]))],
                JsonText.Text(given[3]), given[4].ValueKind == JsonValueKind.True);
        });
    }

    /// <summary>The quotes whose opening one stands at a place, or null.</summary>
    public (char Open, char Close)? QuoteAt(string text, int at) => at < text.Length
        ? Quotes.Where(q => q.Open == text[at]).Select(q => ((char, char)?)q).FirstOrDefault()
        : null;

    /// <summary>The quotes whose closing one ends a text of at least two characters, or null.</summary>
    public (char Open, char Close)? QuoteAtEnd(string text) => text.Length > 1
        ? Quotes.Where(q => q.Close == text[^1]).Select(q => ((char, char)?)q).FirstOrDefault()
        : null;

    /// <summary>What lies up to the closing quote, without escapes, and the place after it.</summary>
    public (string Value, int Next) Quoted(string text, int at, char close)
    {
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != close; at++)
        {
            if (Escapes.Contains(text[at], StringComparison.Ordinal) && at + 1 < text.Length)
                at++;
            value.Append(text[at]);
        }

        return (value.ToString(), at + 1);
    }
}
