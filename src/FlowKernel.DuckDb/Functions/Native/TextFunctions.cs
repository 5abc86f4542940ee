using System.Text;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Functions on texts that count in code points.</summary>
internal static class TextFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<string, long, long>("kql_substring", Substring),
        NativeFunction.Text<string>("kql_reverse", Reverse),
        NativeFunction.Text<string>("kql_upper", text => text.ToUpperInvariant()),
        NativeFunction.Json<string, string, long>("kql_split", Split),
        NativeFunction.Value<string, string, string, long>("kql_indexof", IndexOf),
        NativeFunction.Text<string, string, string>("kql_replace_strings", ReplaceAll),
        NativeFunction.Text<string, long, string>("kql_strrep", Repeat),
        NativeFunction.Text<string, string, string>("kql_translate", Translate),
        NativeFunction.Value<string, string, long>("kql_countof", Count),
        NativeFunction.Value<string, string, long, bool>(
            "kql_has", (text, part, match) => TermSearch.Has(text, part, (TermMatch)(match & 3), match > 3)),
        NativeFunction.Value<string, string, long>(
            "kql_has_any_index", (text, parts) => TermSearch.FirstIndex(text, JsonText.Parse(parts))),
        NativeFunction.Value<string, string, bool, bool>(
            "kql_has_several", (text, parts, all) => TermSearch.HasSeveral(text, JsonText.Parse(parts), all)),
    ];

    /// <summary>
    /// Part of a text; a negative start counts from the end
    /// (https://learn.microsoft.com/kusto/query/substring-function).
    /// </summary>
    public static string Substring(string text, long start, long length)
    {
        var runes = text.EnumerateRunes().ToArray();
        if (start < 0)
            start += runes.Length;
        if (start < 0 || start >= runes.Length || length <= 0)
            return "";
        var result = new StringBuilder();
        foreach (var rune in runes.AsSpan((int)start, (int)Math.Min(length, runes.Length - start)))
            result.Append(rune);
        return result.ToString();
    }

    /// <summary>The code points in the opposite order.</summary>
    public static string Reverse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Reverse())
            result.Append(rune);
        return result.ToString();
    }

    /// <summary>The parts between separators as an array; with an index, an array of just that part, or null.</summary>
    public static string? Split(string text, string separator, long index)
    {
        var parts = separator.Length == 0
            ? [.. text.EnumerateRunes().Select(r => r.ToString())]
            : text.Split(separator);
        if (index >= 0)
            return index < parts.Length ? $"[{JsonText.Quote(parts[index])}]" : null;
        return JsonText.ArrayOfTexts(parts.Select(JsonText.Quote));
    }

    /// <summary>Overlapping occurrences of a text.</summary>
    public static long? Count(string text, string part)
    {
        if (part.Length == 0)
            return 0;
        var count = 0L;
        for (var at = -1; (at = text.IndexOf(part, at + 1, StringComparison.Ordinal)) >= 0;)
            count++;
        return count;
    }

    /// <summary>The place of an occurrence; the third argument is the JSON array [start, length, occurrence].</summary>
    private static long? IndexOf(string text, string part, string place)
    {
        var numbers = JsonText.Parse(place);
        return numbers.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number)
            ? IndexOf(text, part, numbers[0].GetInt64(), numbers[1].GetInt64(), numbers[2].GetInt64())
            : null;
    }

    private static long? IndexOf(string text, string part, long start, long length, long occurrence)
    {
        var runes = text.EnumerateRunes().ToArray();
        if (start < 0)
            start = Math.Max(0, start + runes.Length);
        if (start > runes.Length || length < -1 || occurrence < 1)
            return start > runes.Length ? -1 : null;
        var wanted = part.EnumerateRunes().ToArray();
        // The length is that of each search, and the next one starts behind what was found.
        for (var at = start; at + wanted.Length <= EndOf(start); at++)
        {
            if (!runes.AsSpan((int)at, wanted.Length).SequenceEqual(wanted))
                continue;
            if (--occurrence == 0)
                return at;
            start = at + 1;
        }

        return -1;

        long EndOf(long from) => length == -1 ? runes.Length : Math.Min(runes.Length, from + length);
    }

    /// <summary>Earlier texts go first; what has been put in is not looked at again.</summary>
    private static string ReplaceAll(string text, string lookups, string rewrites)
    {
        var (from, to) = (JsonText.Parse(lookups), JsonText.Parse(rewrites));
        List<(string Text, bool Done)> pieces = [(text, false)];
        for (var i = 0; from.ValueKind == JsonValueKind.Array && i < from.GetArrayLength(); i++)
        {
            // What is no text is left out: as lookup, and as rewrite, for which the text stays.
            var part = from[i].ValueKind == JsonValueKind.String ? JsonText.Text(from[i]) : "";
            var by = to.ValueKind != JsonValueKind.Array ? JsonText.Text(to)
                : i >= to.GetArrayLength() ? ""
                : to[i].ValueKind == JsonValueKind.String ? JsonText.Text(to[i])
                : part;
            if (part.Length > 0)
                pieces = [.. pieces.SelectMany(p => p.Done ? [p] : Between(p.Text.Split(part), by))];
        }

        return string.Concat(pieces.Select(p => p.Text));
    }

    private static IEnumerable<(string Text, bool Done)> Between(string[] parts, string by) =>
        parts.SelectMany((part, i) => i == 0 ? [(part, false)] : new[] { (by, true), (part, false) });

    private static string Repeat(string text, long times, string delimiter) =>
        times <= 0 ? "" : string.Join(delimiter, Enumerable.Repeat(text, (int)Math.Min(times, 1024)));

    private static string Translate(string search, string replacement, string text)
    {
        var (from, to) = (search.EnumerateRunes().ToArray(), replacement.EnumerateRunes().ToArray());
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var at = Array.IndexOf(from, rune);
            if (at < 0)
                result.Append(rune);
            else if (to.Length > 0)
                result.Append(to[Math.Min(at, to.Length - 1)]);
        }

        return result.ToString();
    }
}
