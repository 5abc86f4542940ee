using System.Diagnostics;
using FlowKernel.Cli.Composition;
using FlowKernel.Hosting;
using FlowKernel.Notebook;
using FlowKernel.Recipes;
using FlowKernel.Session;

namespace FlowKernel.Benchmarks;

/// <summary>Times what goes on inside one warm process.</summary>
internal static class SessionTimes
{
    public static async Task<IReadOnlyList<(string Name, IReadOnlyList<TimeSpan> Times)>> MeasureAsync(int repeats)
    {
        await using var handle = NotebookFactory.Create();
        var session = handle.Workbench.Session;
        (await handle.Workbench.ConnectAsync(new ConnectionChoice.Sample(), CancellationToken.None)).OrThrow();
        var lines = new List<(string, IReadOnlyList<TimeSpan>)>
        {
            ("C# 1+1", await TimesAsync(repeats, () => handle.Notebook.EvaluateAsync("1+1", CancellationToken.None))),
        };
        foreach (var (name, code) in Endless)
            lines.Add((name, await InterruptTimesAsync(repeats, handle.Notebook, code)));
        foreach (var recipe in RecipeLibrary.All)
        {
            var request = new QueryRequest(recipe.Kql) { Parameters = recipe.Defaults.Values };
            lines.Add(($"{recipe.Name}, check", await TimesAsync(
                repeats, async () => (await session.CheckAsync(request, CancellationToken.None)).OrThrow())));
            lines.Add(($"{recipe.Name}, all", await TimesAsync(
                repeats, async () => (await session.QueryAsync(request, CancellationToken.None)).OrThrow())));
        }

        return lines;
    }

    private static readonly (string Name, string Code)[] Endless =
    [
        ("interrupt a query", "#!flowlogs\nrange a from 1 to 9000000000 step 1 | summarize dcount(strcat(a % 7, a))"),
        ("interrupt an await", "await Task.Delay(600_000);"),
        ("interrupt a C# loop", "while (true) { }"),
    ];

    private static async Task<IReadOnlyList<TimeSpan>> InterruptTimesAsync(
        int repeats, INotebookKernel kernel, string code)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < repeats; i++)
        {
            using var interrupt = new CancellationTokenSource();
            var run = kernel.RunAsync(new CellRequest(code, 1), SilentOutput.Instance, interrupt.Token);
            await Task.Delay(300);
            var clock = Stopwatch.StartNew();
            await interrupt.CancelAsync();
            var result = await run;
            times.Add(clock.Elapsed);
            if (result.Error?.Name != "Interrupted")
                throw new InvalidOperationException($"It ended by itself: {result.Error?.Message}");
        }

        return times;
    }

    private static async Task<IReadOnlyList<TimeSpan>> TimesAsync(int repeats, Func<Task> work)
    {
        await work();
        var times = new List<TimeSpan>();
        for (var i = 0; i < repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            await work();
            times.Add(clock.Elapsed);
        }

        return times;
    }
}
