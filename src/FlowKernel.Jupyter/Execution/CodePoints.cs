namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// Turns the protocol's cursor positions, which count Unicode code points (since 5.2), into UTF-16 offsets and back.
/// A lone surrogate counts as one. Positions outside the text are moved to its nearest end.
/// </summary>
internal static class CodePoints
{
    /// <summary>The offset of the code point with a number.</summary>
    public static int OffsetOf(string text, int number)
    {
        var offset = 0;
        for (var i = 0; i < number && offset < text.Length; i++)
            offset += IsPairAt(text, offset) ? 2 : 1;
        return offset;
    }

    /// <summary>How many code points begin before an offset.</summary>
    public static int CountBefore(string text, int offset)
    {
        var count = 0;
        for (var i = 0; i < offset && i < text.Length; i += IsPairAt(text, i) ? 2 : 1)
            count++;
        return count;
    }

    private static bool IsPairAt(string text, int offset) =>
        offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]);
}
