using FlowKernel.Diagnostics;

namespace FlowKernel.Notebook;

/// <summary>
/// C# text with the place in the notebook that it comes from; stack traces and errors name that place.
/// </summary>
/// <param name="Text">The text to run.</param>
/// <param name="Cell">The cell's execution count, or 0 when it has none.</param>
/// <param name="FirstLine">The line of the cell (from 1) that the text begins at.</param>
public readonly record struct CellCode(string Text, int Cell = 0, int FirstLine = 1)
{
    /// <summary>
    /// Told what is warned of before the text runs, so that it is said also where the text then fails; where it is null,
    /// warnings come with the outcome.
    /// </summary>
    public Action<IReadOnlyList<Diagnostic>>? Warn { get; init; }

    /// <summary>Text that comes from no cell.</summary>
    public static implicit operator CellCode(string text) => new(text);
}
