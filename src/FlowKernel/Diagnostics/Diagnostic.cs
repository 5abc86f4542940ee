using FlowKernel.Text;

namespace FlowKernel.Diagnostics;

/// <summary>
/// One thing that is wrong with what a user wrote or named: what, where, and a way out.
/// Codes: KS… from the KQL language, CS… from C#, FK… from FlowKernel itself.
/// </summary>
/// <param name="Code">The code, such as <c>KS142</c> or <c>FK0101</c>.</param>
/// <param name="Message">One sentence that says what is wrong.</param>
/// <param name="Span">Where, in the text that was checked; an empty span at 0 when there is no place.</param>
/// <param name="Hint">One sentence with a way out, or null.</param>
/// <param name="Severity">How much it stops.</param>
public sealed record Diagnostic(
    string Code, string Message, TextSpan Span, string? Hint = null, Severity Severity = Severity.Error)
{
    /// <summary>True when the text cannot run.</summary>
    public bool IsError => Severity == Severity.Error;

    /// <summary>
    /// The file that <see cref="Span"/> is in, such as one that a cell loads; null for the text that was checked.
    /// </summary>
    public SourceFile? File { get; init; }

    /// <summary>The same diagnostic in a text that holds the checked one at <paramref name="offset"/>.</summary>
    public Diagnostic Shift(int offset) => File is null ? this with { Span = Span.Shift(offset) } : this;
}
