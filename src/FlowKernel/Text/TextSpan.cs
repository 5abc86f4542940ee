namespace FlowKernel.Text;

/// <summary>A stretch of a text: UTF-16 offset of its first character, and its length.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>A span from its first offset to the offset just after its last character.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan Union(TextSpan other) =>
        FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The same stretch, seen from a text that begins <paramref name="offset"/> characters earlier.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);
}
