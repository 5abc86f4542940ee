using FlowKernel.Text;

namespace FlowKernel.CSharp.Kql;

/// <summary>
/// A text that stands in C# string literals, with the place of each character in the cell: escapes, doubled quotes and
/// the indentation of raw strings make the two differ.
/// </summary>
/// <param name="Value">The text as the program sees it.</param>
/// <param name="Offsets">The cell offset of each character, and of the text's end.</param>
internal sealed record LiteralText(string Value, IReadOnlyList<int> Offsets)
{
    /// <summary>This text with another after it.</summary>
    public LiteralText Then(LiteralText next) => new(Value + next.Value, [.. Offsets.SkipLast(1), .. next.Offsets]);

    /// <summary>A stretch of the text, as a stretch of the cell.</summary>
    public TextSpan InCell(TextSpan span) => TextSpan.FromBounds(InCell(span.Start), InCell(span.End));

    private int InCell(int offset) => Offsets[Math.Clamp(offset, 0, Value.Length)];

    /// <summary>The offset in the text of a cell offset inside it; null when that stands elsewhere.</summary>
    public int? At(int cellOffset)
    {
        for (var i = 0; i < Offsets.Count; i++)
        {
            if (Offsets[i] == cellOffset)
                return i;
        }

        return null;
    }
}
