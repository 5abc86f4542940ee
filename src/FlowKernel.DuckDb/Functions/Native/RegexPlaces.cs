using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Where a regular expression matches, counted in code points (<c>indexof_regex</c>).</summary>
internal static class RegexPlaces
{
    /// <summary>
    /// The place of a match, -1 when there is none; null when a number is. The last argument is the JSON array
    /// [start, length, occurrence]. The window that start and length cut out is searched as a text of its own.
    /// </summary>
    public static long? Find(string text, Regex regex, string place)
    {
        var numbers = JsonText.Parse(place);
        return numbers.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number)
            ? Find(text, regex, numbers[0].GetInt64(), numbers[1].GetInt64(), numbers[2].GetInt64())
            : null;
    }

    private static long? Find(string text, Regex regex, long start, long length, long occurrence)
    {
        if (start < 0 || length < -1 || occurrence < 1)
            return null;
        var begin = Offset(text, start);
        var window = text[begin..];
        if (length >= 0)
            window = window[..Offset(window, length)];
        var match = regex.Match(window);
        while (match.Success && --occurrence > 0)
            match = match.NextMatch();
        return match.Success ? CodePoints(text.AsSpan(0, begin + match.Index)) : -1;
    }

    private static int Offset(string text, long codePoints)
    {
        var offset = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (codePoints-- <= 0)
                break;
            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }

    private static long CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0L;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
