using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowKernel.Benchmarks;

/// <summary>What a user waits for, as a table of medians.</summary>
internal static class LatencyReport
{
    private const int Starts = 7;
    private const int Repeats = 15;

    public static async Task<int> WriteAsync()
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, {Build} build"));
        Console.WriteLine($"{"what",-44}{"median",10}{"least",10}{"most",10}");
        Line("query --sample 'print 1', whole process", await ProcessTimes.QueryAsync("print 1", Starts));
        Line(
            "query --sample '… | count', whole process",
            await ProcessTimes.QueryAsync("NTANetAnalytics | count", Starts));
        Line("kernel: process start to first reply", await ProcessTimes.KernelReadyAsync(Starts));
        foreach (var (name, times) in await SessionTimes.MeasureAsync(Repeats))
            Line(name, times);
        return 0;
    }

    private static string Build =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static void Line(string name, IReadOnlyList<TimeSpan> times)
    {
        var sorted = times.Select(t => t.TotalMilliseconds).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-44}{sorted[sorted.Count / 2],7:F1} ms{sorted[0],7:F1} ms{sorted[^1],7:F1} ms"));
    }
}
