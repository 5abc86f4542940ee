using FlowKernel.Diagnostics;

namespace FlowKernel.Notebook.Display;

/// <summary>The control sequences that colour a diagnostic, or empty strings where colours are not wanted.</summary>
internal sealed record AnsiMarks(string Error, string Warning, string Note, string Bold, string Dim, string End)
{
    public static AnsiMarks None { get; } = new("", "", "", "", "", "");

    public static AnsiMarks Colours { get; } =
        new("\e[1;31m", "\e[1;33m", "\e[1;36m", "\e[1m", "\e[2m", "\e[0m");

    public string Of(Severity severity) => severity switch
    {
        Severity.Error => Error,
        Severity.Warning => Warning,
        _ => Note,
    };
}
