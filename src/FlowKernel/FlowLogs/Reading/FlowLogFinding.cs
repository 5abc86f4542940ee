using FlowKernel.Diagnostics;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>Something in a flow log that could not be taken as it is.</summary>
/// <param name="Code">FK0611 to FK0618.</param>
/// <param name="File">The file's name as the reader was told.</param>
/// <param name="Offset">Where, in bytes from the file's start, after any decompression.</param>
/// <param name="Message">One sentence, with file and offset.</param>
/// <param name="Hint">A way out, or null.</param>
public sealed record FlowLogFinding(string Code, string File, long Offset, string Message, string? Hint = null)
{
    /// <summary>The finding as a warning, for hosts that show diagnostics.</summary>
    public Diagnostic ToDiagnostic() => new(Code, Message, default, Hint, Severity.Warning);
}
