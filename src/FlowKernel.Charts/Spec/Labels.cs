using System.Globalization;
using System.Text;

namespace FlowKernel.Charts.Spec;

/// <summary>Names as charts can hold them.</summary>
internal static class Labels
{
    /// <summary>What stands for an empty text.</summary>
    public const string Empty = "(empty)";

    /// <summary>A title that was asked for, clean; a blank one is none.</summary>
    public static string Title(string? wished) => string.IsNullOrWhiteSpace(wished) ? "" : Clean(wished);

    /// <summary>
    /// The text on one line, without characters that XML cannot hold, and with U+FFFD for those that would turn or end
    /// the line; <see cref="Empty"/> when nothing is left.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
                clean.Append(' ');
            else if (rune.Value is >= 0x2028 and <= 0x202E or >= 0x2066 and <= 0x2069)
                clean.Append('\uFFFD');
            else if (rune.Value is not (0xFFFE or 0xFFFF))
                clean.Append(rune);
        }

        return clean.ToString().Trim() is { Length: > 0 } kept ? kept : Empty;
    }

    /// <summary>Of several names of one thing those that say something, as one; <see cref="Empty"/> when none does.</summary>
    public static string Join(IEnumerable<string> names)
    {
        var said = names.Where(n => n != Empty).ToList();
        return said.Count == 0 ? Empty : string.Join(", ", said);
    }

    /// <summary>The text in at most <paramref name="limit"/> characters; its middle gives way.</summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var head = limit / 3;
        var tail = text.Length - (limit - head - 1);
        if (char.IsHighSurrogate(text[head - 1]))
            head--;
        if (char.IsLowSurrogate(text[tail]))
            tail++;
        return $"{text[..head]}…{text[tail..]}";
    }

    /// <summary>Each text shortened, and told apart by a number where two would look the same.</summary>
    public static string[] ShortenAll(IEnumerable<string> texts, int limit)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. texts.Select(text => Distinct(seen, Shorten(text, limit)))];
    }

    private static string Distinct(Dictionary<string, int> seen, string text)
    {
        var count = seen[text] = seen.GetValueOrDefault(text) + 1;
        return count == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} ({count})");
    }
}
