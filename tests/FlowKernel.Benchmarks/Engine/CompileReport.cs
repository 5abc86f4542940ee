using System.Diagnostics;
using System.Globalization;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.Store;
using FlowKernel.Kql;
using FlowKernel.Session;
using static FlowKernel.Benchmarks.Engine.EngineFigures;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>What lies before the run of each case, by stage, without running it.</summary>
internal static class CompileReport
{
    /// <summary>
    /// Compiles each case so many times, each time as a text not seen before, then the same text again. Work is the
    /// time of all threads on the text not seen before.
    /// </summary>
    public static async Task<int> WriteAsync(int repeats)
    {
        using var language = new KqlLanguage();
        await language.PractiseAsync(CancellationToken.None);
        var kept = new KeptTables();
        var folder = Path.Combine(Path.GetTempPath(), "flowkernel-benchmark", "compile");
        BenchmarkStore.Make(folder, 10_000, 2, _ => { });
        var store = FlowStore.Open(folder).OrThrow();
        await using var connection = new EmbeddedConnection(
            "store", language, store, kept, store.Clock(TimeProvider.System));
        await connection.WarmUpAsync(CancellationToken.None);
        Console.WriteLine(
            $"{"milliseconds, least and median",-32}{"check",14}{"lower, emit",14}{"all",14}{"work",14}{"again",14}");
        var all = new List<double[]>();
        foreach (var engineCase in EngineCase.All)
        {
            var times = new List<double[]>();
            for (var i = 0; i < repeats; i++)
                times.Add(await TimesAsync(language, connection, engineCase.Request, i));
            all.AddRange(times);
            Write(engineCase.Name, times);
        }

        Write("all cases", all);
        return 0;
    }

    private static async Task<double[]> TimesAsync(
        KqlLanguage language, EmbeddedConnection connection, QueryRequest request, int turn)
    {
        var scope = new QueryScope(connection.Schema, connection.Clock.GetUtcNow().UtcDateTime)
        {
            Parameters = request.Parameters,
        };
        var text = EngineCase.NotSeenBefore(request.Kql, turn);
        var before = Environment.CpuUsage.TotalTime;
        var (checking, writing) = await OnceAsync(language, connection, text, scope);
        var work = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        var (checkingAgain, writingAgain) = await OnceAsync(language, connection, text, scope);
        return [checking, writing, checking + writing, work, checkingAgain + writingAgain];
    }

    private static async Task<(double Check, double Write)> OnceAsync(
        KqlLanguage language, EmbeddedConnection connection, string text, QueryScope scope)
    {
        var clock = Stopwatch.StartNew();
        var query = (await language.CheckAsync(text, scope, CancellationToken.None)).OrThrow();
        var checking = clock.Elapsed.TotalMilliseconds;
        connection.Emit(query).OrThrow();
        return (checking, clock.Elapsed.TotalMilliseconds - checking);
    }

    private static void Write(string name, List<double[]> times) => Console.WriteLine(
        $"{name,-32}" + string.Concat(Enumerable.Range(0, times[0].Length).Select(stage => string.Create(
            CultureInfo.InvariantCulture,
            $"{times.Min(t => t[stage]),7:F1}{Median([.. times.Select(t => t[stage])]),7:F1}"))));
}
