namespace FlowKernel.Notebook.Kernel.Errors;

/// <summary>A place in a notebook: the cell (0 where it has no number), its line and column, both from 1.</summary>
public readonly record struct CellPlace(int Cell, int Line, int Column = 1);

/// <summary>What the stack of an exception says.</summary>
/// <param name="Place">The topmost place in the user's code, or null.</param>
/// <param name="Stack">The stack as the user sees the code, innermost call first.</param>
/// <param name="IsOurs">True when FlowKernel itself is at fault, not the user's code.</param>
/// <param name="Message">The exception's message in words that the user knows; null when its own is fine.</param>
public sealed record CellFault(CellPlace? Place, IReadOnlyList<string> Stack, bool IsOurs = false, string? Message = null);
