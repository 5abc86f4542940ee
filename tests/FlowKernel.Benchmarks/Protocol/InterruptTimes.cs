using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Benchmarks.Protocol;

/// <summary>How long cells that never end by themselves take to stop, from the request to the reply and "idle".</summary>
internal static class InterruptTimes
{
    private const double Target = 300;
    private static readonly TimeSpan Begun = TimeSpan.FromMilliseconds(500);

    private static readonly (string Name, string Code)[] Endless =
    [
        ("interrupt a query", "#!flowlogs\nrange a from 1 to 9000000000 step 1 | summarize dcount(strcat(a % 7, a))"),
        ("interrupt an await", "await Task.Delay(600_000);"),
        ("interrupt a C# loop", "while (true);"),
        ("interrupt a sleep", "Thread.Sleep(600_000);"),
        ("interrupt a sleep after an await", "await Task.Delay(1); Thread.Sleep(600_000);"),
        ("interrupt a parallel loop", "Parallel.For(0, 4, _ => { while (true); });"),
        ("interrupt many sleeping tasks", "Parallel.For(0, 1000, _ => Thread.Sleep(60_000));"),
        ("interrupt a LINQ query", "Enumerable.Range(0, int.MaxValue).Where(i => i < 0).Count()"),
    ];

    /// <summary>Interrupts each kind of cell that often in one kernel, which serves other cells in between.</summary>
    public static IEnumerable<Measurement> Measure(FrontEnd front, int times)
    {
        foreach (var (name, code) in Endless)
            yield return new Measurement(name, [.. Enumerable.Range(0, times).Select(_ => Interrupt(front, code))], Target);
    }

    private static double Interrupt(FrontEnd front, string code)
    {
        var cell = front.Start(code);
        Task.Delay(Begun).Wait();
        var time = ProtocolTimes.Time(() =>
        {
            front.Tell("interrupt_request");
            if (front.End(cell).Text("ename") != "Interrupted")
                throw new InvalidOperationException($"{code}: it ended by itself.");
        });
        front.Run("1 + 1");
        return time;
    }
}
