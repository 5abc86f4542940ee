using FlowKernel.Notebook.Kernel.Errors;

namespace FlowKernel.CSharp.Errors;

/// <summary>Which text of a notebook a cell's code is.</summary>
/// <param name="Cell">The cell's number.</param>
/// <param name="FirstLine">The line of the cell at which the code begins, from 1.</param>
internal sealed record CellText(int Cell, int FirstLine)
{
    /// <summary>The place of a line and a column of the code, from 1.</summary>
    public CellPlace Place(int line, int column) => new(Cell, FirstLine + line - 1, column);
}
