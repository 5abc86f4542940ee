using FlowKernel.Notebook;
using FlowKernel.Notebook.Display;
using FlowKernel.Text;

namespace FlowKernel.Interactive;

/// <summary>
/// Errors at the lines of the host's own cell. The host cuts a cell at its directives and hands over one part at a time,
/// without the blank lines around it.
/// </summary>
internal static class CellPlaces
{
    /// <summary>
    /// The errors of what was run, with places in the cell; null where one of them is not in that part, or the part
    /// does not stand in the cell as it is.
    /// </summary>
    /// <param name="result">Errors with offsets into what was run.</param>
    /// <param name="part">A stretch of what was run, and its offset there.</param>
    /// <param name="cell">The host's cell, or null.</param>
    public static string? Text(CellResult result, (int Start, string Text) part, string? cell)
    {
        var start = cell is null || part.Text.Length == 0 ? -1 : cell.LastIndexOf(part.Text, StringComparison.Ordinal);
        var errors = result.Diagnostics.Where(d => d.IsError).ToList();
        var isHere = errors.TrueForAll(e => e.File is null && e.Span != default
            && e.Span.Start >= part.Start && e.Span.End <= part.Start + part.Text.Length);
        return start < 0 || errors.Count == 0 || !isHere
            ? null
            : DiagnosticText.RenderFirst([.. errors.Select(e => e.Shift(start - part.Start))], new SourceText(cell!));
    }
}
