using System.Diagnostics;

namespace FlowKernel.Benchmarks.Protocol;

/// <summary>What a user of a notebook waits for: measured over the protocol, in front of the real process.</summary>
internal static class ProtocolTimes
{
    private const int Starts = 7;
    private const int Cells = 100;
    private const int Rounds = 5;
    private const int Interrupts = 10;

    /// <summary>Starts kernels one after the other, then measures one that is warm.</summary>
    public static IEnumerable<Measurement> Measure()
    {
        var csharp = Started("1 + 1");
        yield return new Measurement("process start to ready", csharp.Ready, Target: 1000);
        yield return new Measurement("first C# cell, at once after ready", csharp.First, Target: 800);
        var kql = Started("#!flowlogs connect sample\nNTANetAnalytics | count");
        yield return new Measurement("first KQL cell (connect and count), at once", kql.First, Target: 800);
        using var kernel = new RunningKernel();
        var front = kernel.FrontEnd;
        front.Run("#!flowlogs connect sample");
        WarmUp(front);
        yield return new Measurement("C# cell '1 + 1'", Many(Cells, _ => Time(() => front.Run("1 + 1"))), 15);
        yield return new Measurement(
            "KQL cell 'print 1'", Many(Cells, _ => Time(() => front.Run("#!flowlogs\nprint 1"))), 15);
        yield return new Measurement(
            "KQL completion, 95th percentile", Completions(front, CompletionSamples.Kql), 40, Percentile: 95);
        yield return new Measurement(
            "C# completion, 95th percentile", Completions(front, CompletionSamples.CSharp), 120, Percentile: 95);
        foreach (var measurement in InterruptTimes.Measure(front, Interrupts))
            yield return measurement;
    }

    private static (List<double> Ready, List<double> First) Started(string code)
    {
        var (ready, first) = (new List<double>(), new List<double>());
        for (var i = 0; i < Starts; i++)
        {
            using var kernel = new RunningKernel();
            ready.Add(kernel.ReadyAfter.TotalMilliseconds);
            first.Add(Time(() => kernel.FrontEnd.Run(code)));
        }

        return (ready, first);
    }

    private static void WarmUp(FrontEnd front)
    {
        for (var i = 0; i < Cells; i++)
        {
            front.Run($"{i} + 1");
            front.Run($"#!flowlogs\nprint {i}");
        }

        Completions(front, CompletionSamples.Kql);
        Completions(front, CompletionSamples.CSharp);
    }

    private static List<double> Completions(FrontEnd front, IReadOnlyList<string> samples) => Many(
        samples.Count * Rounds, i => Time(() => front.Ask(RawRequest.Complete(samples[i % samples.Count]))));

    private static List<double> Many(int count, Func<int, double> measure) =>
        [.. Enumerable.Range(0, count).Select(measure)];

    /// <summary>How long something takes, in milliseconds.</summary>
    public static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }
}
