using System.Diagnostics;
using FlowKernel.Cli.Output;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Cli.Demo;

/// <summary>Tells each step before it runs, and how long it took.</summary>
internal sealed class DemoSteps
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _number;

    public TimeSpan Elapsed => TimeSpan.FromMilliseconds(Math.Round(_watch.Elapsed.TotalMilliseconds));

    public async Task<int> RunAsync(string title, Func<Task<int>> step)
    {
        Terminal.Out.WriteLine($"{++_number}. {title}");
        var start = Elapsed;
        var exitCode = await step();
        Terminal.Out.WriteLine($"   {DurationText.Of(Elapsed - start)}");
        return exitCode;
    }
}
