using FlowKernel.Text;

namespace FlowKernel.Notebook.Cells;

/// <summary>A part of a cell's text that knows where it comes from.</summary>
/// <param name="Text">The part.</param>
/// <param name="Start">Its offset in the cell.</param>
/// <param name="FirstLine">The line of the cell (from 1) that it begins at.</param>
public readonly record struct TextSlice(string Text, int Start, int FirstLine)
{
    /// <summary>Where it stands in the cell.</summary>
    public TextSpan Span => new(Start, Text.Length);

    /// <summary>True when an offset of the cell stands in it or at one of its ends.</summary>
    public bool Touches(int offset) => offset >= Start && offset <= Start + Text.Length;
}
