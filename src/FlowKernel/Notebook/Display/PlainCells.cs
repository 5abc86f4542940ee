using System.Globalization;
using System.Text;

namespace FlowKernel.Notebook.Display;

/// <summary>Text as a terminal shows it: its width in columns, cut to a width, with nothing it would obey.</summary>
internal static class PlainCells
{
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
    /// The text with control characters shown as their pictures (U+2400 block), and other line ends and direction marks
    /// as U+FFFD, so that a value cannot move the cursor, turn the line around or begin another.
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
        char.IsControl(c) || c is >= '\u2028' and <= '\u202E' or >= '\u2066' and <= '\u2069';

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
            _ => WideCharacters.Contain(rune) ? 2 : 1,
        };
    }
}
