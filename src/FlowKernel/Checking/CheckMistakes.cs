using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Checking;

/// <summary>The sentences about what a check leaves out, or cannot read.</summary>
internal static class CheckMistakes
{
    public static Diagnostic Missing(string path) => new(
        "FK1220", $"There is no file or folder '{path}'.", default, "Name files or folders to check.");

    public static Diagnostic UnknownKind(string path) => new(
        "FK1221", $"'{path}' is no file that can be checked.", default,
        $"Name {CheckablePaths.Kinds} files, or a folder.");

    public static Diagnostic NotUtf8(string path) => new(
        "FK1222", $"'{path}' is not UTF-8 text.", default, "Save it as UTF-8.");

    public static Diagnostic Unreadable(string path, string reason) =>
        new("FK1222", $"'{path}' cannot be read: {reason}", default);

    public static Diagnostic OtherKernel(string path, string kernel) => new(
        "FK1223", $"'{path}' is a notebook for the kernel '{kernel}', which this does not check.", default,
        "Choose the kernel FlowKernel (C#, KQL) in it, or leave the notebook out.");

    public static Diagnostic OtherLanguage(string language, TextSpan span) => new(
        "FK1224", $"This cell is {language}, so it is not checked.", span, null, Severity.Information);

    public static Diagnostic UnknownTables(string connection) => new(
        "FK1225", $"The tables of {connection} are not known before it is connected, so any table name is believed.",
        default, null, Severity.Information);
}
