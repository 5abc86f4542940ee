using FlowKernel.Hosting.Work;
using FlowKernel.Notebook.Progress;
using Spectre.Console;

namespace FlowKernel.Cli.Output;

/// <summary>
/// Work that a command waits for, on the standard error: one line that is updated in place and goes away where that is
/// a terminal that can be drawn on, else a line every ten seconds.
/// </summary>
internal sealed class TerminalWork(IAnsiConsole? terminal, Func<TextWriter> error, TimeProvider clock) : IWorkDisplay
{
    private const int SpinnerWidth = 3;
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public void Tell(string sentence)
    {
        if (terminal is null)
            error().WriteLine(sentence);
        else
            terminal.WriteLine(sentence);
    }

    public Task<T> WhileAsync<T>(string what, Func<IProgress<ProgressStep>, Task<T>> work) =>
        terminal is null ? LineByLineAsync(what, work) : InPlaceAsync(terminal, what, work);

    private async Task<T> LineByLineAsync<T>(string what, Func<IProgress<ProgressStep>, Task<T>> work)
    {
        using var ticker = new ProgressTicker(
            clock, what, Seldom, Seldom, state => error().WriteLine(ProgressText.Of(state)));
        return await work(ticker);
    }

    private Task<T> InPlaceAsync<T>(IAnsiConsole console, string what, Func<IProgress<ProgressStep>, Task<T>> work) =>
        console.Status().Spinner(Spinner.Known.Dots).StartAsync(Markup.Escape(what), async context =>
        {
            using var ticker = new ProgressTicker(
                clock, what, Patience, Often, state => context.Status(Markup.Escape(
                    ProgressText.Of(state, console.Profile.Width - SpinnerWidth))));
            return await work(ticker);
        });
}
