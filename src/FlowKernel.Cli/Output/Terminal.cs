using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Hosting.Work;
using FlowKernel.Notebook.Display;
using FlowKernel.Notebook.Progress;
using FlowKernel.Text;
using Spectre.Console;

namespace FlowKernel.Cli.Output;

/// <summary>What commands write to: results on the standard output, all else on the standard error.</summary>
internal static partial class Terminal
{
    private static readonly IAnsiConsole ErrorConsole =
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static TextWriter Out => Console.Out;

    /// <summary>Where long work is shown; tests put something silent here.</summary>
    public static IWorkDisplay Work { get; set; } = new TerminalWork(
        Console.IsErrorRedirected ? null : ErrorConsole, () => Console.Error, TimeProvider.System);

    /// <summary>A line about what goes on; not part of the result.</summary>
    public static void Note(string line) => Console.Error.WriteLine(line);

    /// <summary>A text with terminal colours, which go only where there is a terminal.</summary>
    public static void NoteColoured(string text) => Note(UsesColour ? text : Colour().Replace(text, ""));

    /// <summary>Tells diagnostics with the user's own line, and gives the exit code for a failed command.</summary>
    public static int Fail(IReadOnlyList<Diagnostic> diagnostics, string source = "", string? label = null)
    {
        Tell(diagnostics, source, label);
        return 1;
    }

    /// <summary>Tells diagnostics with the user's own line.</summary>
    public static void Tell(IReadOnlyList<Diagnostic> diagnostics, string source = "", string? label = null)
    {
        if (diagnostics.Count > 0)
            Console.Error.WriteLine(DiagnosticText.Render(diagnostics, new SourceText(source), UsesColour, label));
    }

    /// <summary>Does long work and shows on the standard error how far it is.</summary>
    public static Task<T> WhileAsync<T>(string what, Func<IProgress<ProgressStep>, Task<T>> work) =>
        Work.WhileAsync(what, work);

    private static bool UsesColour =>
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Colour();
}
