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
    public static TextWriter Out => Console.Out;

    /// <summary>Where long work is shown; tests put something silent here.</summary>
    public static IWorkDisplay Work { get; set; } = new TerminalWork(
        Console.IsErrorRedirected ? null : ErrorConsole(), () => Console.Error, TimeProvider.System);

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

    // Nobody is asked for anything, so that it does not matter where the results go or what is piped in. A terminal that
    // cannot move its cursor, such as TERM=dumb or a log, would get each update as a line of its own.
    private static IAnsiConsole? ErrorConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Interactive = InteractionSupport.Yes,
        });
        return console.Profile.Capabilities is { Ansi: true, Interactive: true } ? console : null;
    }

    private static bool UsesColour =>
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Colour();
}
