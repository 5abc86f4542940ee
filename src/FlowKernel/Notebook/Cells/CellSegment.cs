namespace FlowKernel.Notebook.Cells;

/// <summary>One step of a cell: C#, a query, or a command such as <c>#!flowlogs connect sample</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Directives">
/// Its directive lines without their line ends: none for C#, one for a command, one or more for a query.
/// </param>
/// <param name="Body">The C# or KQL text; empty for a command.</param>
public sealed record CellSegment(CellSegmentKind Kind, IReadOnlyList<TextSlice> Directives, TextSlice Body);

/// <summary>What a segment of a cell is.</summary>
public enum CellSegmentKind
{
    /// <summary>C# code.</summary>
    CSharp,

    /// <summary>A KQL query with the directive lines above it.</summary>
    Kql,

    /// <summary>A directive line that is done by itself.</summary>
    Command,
}

/// <summary>A cell taken apart.</summary>
/// <param name="Segments">Its steps in order; segments of white space alone are left out.</param>
/// <param name="Diagnostics">What is wrong with its directive lines; positions are offsets into the cell.</param>
public sealed record CellSegments(
    IReadOnlyList<CellSegment> Segments, IReadOnlyList<Diagnostics.Diagnostic> Diagnostics)
{
    /// <summary>
    /// The segment at an offset of the cell, with the slice of it there: a directive line or the body.
    /// </summary>
    public (CellSegment Segment, TextSlice Slice)? At(int offset)
    {
        foreach (var segment in Segments.Reverse())
        {
            foreach (var slice in segment.Directives.Append(segment.Body))
            {
                if (slice.Touches(offset) && (slice.Text.Length > 0 || segment.Kind != CellSegmentKind.Command))
                    return (segment, slice);
            }
        }

        return null;
    }
}
