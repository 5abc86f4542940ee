using FlowKernel.Diagnostics;

namespace FlowKernel.Notebook;

/// <summary>How a cell ended: a value to show (or none), or an error.</summary>
public sealed record CellResult
{
    /// <summary>The value of the cell's last expression, ready to show, or null.</summary>
    public MimeBundle? Value { get; init; }

    /// <summary>What went wrong, or null.</summary>
    public CellError? Error { get; init; }

    /// <summary>
    /// What was found wrong, errors and warnings; spans are offsets into the cell. What only running told is not here.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Payloads for the front end's pager: help texts.</summary>
    public IReadOnlyList<MimeBundle> Pages { get; init; } = [];

    /// <summary>A cell that ended well, with nothing to show.</summary>
    public static CellResult Done { get; } = new();
}

/// <summary>
/// A cell's error in the form that Jupyter wants: <c>ename</c>, <c>evalue</c> and traceback lines, which may hold
/// ANSI colours. <paramref name="Line"/> is the cell's line (from 1) it points at, or null.
/// </summary>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, int? Line = null);
