using System.Diagnostics;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>How soon a running query ends once it is cancelled, at several moments of its run.</summary>
internal static class StopTimes
{
    /// <summary>Queries that end sooner are over before anybody could stop them.</summary>
    private const double Heavy = 200;

    private static readonly double[] Moments = [0.2, 0.4, 0.6, 0.8];

    /// <summary>Milliseconds from each cancel to the end of the query; left to run, it takes so long.</summary>
    public static async Task<IReadOnlyList<double>> MeasureAsync(FlowEngine engine, EngineCase engineCase, double whole)
    {
        var times = new List<double>();
        foreach (var moment in whole < Heavy ? [] : Moments)
        {
            if (await StopAsync(engine, engineCase, TimeSpan.FromMilliseconds(whole * moment)) is { } time)
                times.Add(time);
        }

        return times;
    }

    /// <summary>Null where the query was over before.</summary>
    private static async Task<double?> StopAsync(FlowEngine engine, EngineCase engineCase, TimeSpan after)
    {
        using var cancellation = new CancellationTokenSource();
        var run = Task.Run(() => engine.RunAsync(engineCase, cancellation.Token));
        if (await Task.WhenAny(run, Task.Delay(after)) == run)
            return null;
        var clock = Stopwatch.StartNew();
        await cancellation.CancelAsync();
        await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return run.IsCanceled ? clock.Elapsed.TotalMilliseconds : null;
    }
}
