using System.Globalization;
using System.Text;

namespace FlowKernel.Notebook.Display;

/// <summary>Text as a terminal shows it: its width in columns, cut to a width, with nothing it would obey.</summary>
internal static class PlainCells
{
    /// <summary>Code points that take two columns (Unicode East Asian Width W and F, and emoji).</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
        (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F),
        (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += WidthOf(rune);
        return width;
    }

    /// <summary>The text in at most <paramref name="limit"/> columns, with an ellipsis when it is cut.</summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit / 2 || WidthOf(text) <= limit)
            return text;
        var kept = new StringBuilder();
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
            if (width > limit - 1)
                break;
            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    /// <summary>
    /// The text with control characters shown as their pictures (U+2400 block), and direction marks as U+FFFD, so that
    /// a value cannot move the cursor or turn the line around.
    /// </summary>
    public static string Harmless(string text)
    {
        if (!text.Any(NeedsPicture))
            return text;
        return string.Create(text.Length, text, (cells, source) =>
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = NeedsPicture(source[i]) ? PictureOf(source[i]) : source[i];
        });
    }

    public static string Pad(string text, int width, bool right)
    {
        var fill = new string(' ', Math.Max(0, width - WidthOf(text)));
        return right ? fill + text : text + fill;
    }

    private static bool NeedsPicture(char c) =>
        char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static char PictureOf(char c) => c switch
    {
        < ' ' => (char)(0x2400 + c),
        '\u007F' => '\u2421',
        _ => '\uFFFD',
    };

    private static int WidthOf(Rune rune)
    {
        if (rune.IsAscii)
            return 1;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2 : 1,
        };
    }
}
