using System.Diagnostics;
using FlowKernel.Cli.Composition;
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
