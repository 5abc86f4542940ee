using System.Diagnostics;
using System.Globalization;
using FlowKernel.Benchmarks.Protocol;

namespace FlowKernel.Benchmarks;

/// <summary>What thousands of cells in one kernel do to the time of a cell and to memory.</summary>
internal static class GrowthReport
{
    private const int Window = 50;

    private static readonly (string Name, Func<int, string> Code)[] Kinds =
    [
        ("C# value", i => $"{i} + 1"),
        ("C# new variable", i => $"var x{i} = {i} * 2; x{i}"),
        ("C# redefined variable", i => $"var total = {i}; total + 1"),
        ("C# new function", i => $"int F{i}(int a) => a + {i}; F{i}(1)"),
        ("KQL kept result", i => $"#!flowlogs --name kept\nprint n = {i}"),
    ];

    public static int Write(int cells)
    {
        using var kernel = new RunningKernel();
        var front = kernel.FrontEnd;
        front.Run("1 + 1");
        front.Run("#!flowlogs connect sample");
        Console.WriteLine($"{"cells",-14}{string.Concat(Kinds.Select(k => $"{k.Name,24}"))}{"processor",14}{"heap",12}{"process",12}");
        var last = 0;
        foreach (var end in Ends(cells))
        {
            for (; last < end - Window; last++)
                front.Run(Kinds[last % Kinds.Length].Code(last));
            var times = new List<double>[Kinds.Length];
            var used = kernel.ProcessorTime;
            for (; last < end; last++)
                (times[last % Kinds.Length] ??= []).Add(Milliseconds(front, Kinds[last % Kinds.Length].Code(last)));
            Line(end, times, (kernel.ProcessorTime - used).TotalMilliseconds / Window, kernel);
        }

        return 0;
    }

    private static IEnumerable<int> Ends(int cells) =>
        new[] { Window, cells / 4, cells / 2, cells * 3 / 4, cells }.Where(end => end >= Window);

    private static double Milliseconds(FrontEnd front, string code)
    {
        var clock = Stopwatch.StartNew();
        front.Run(code);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Line(int end, List<double>[] times, double processor, RunningKernel kernel)
    {
        var heap = long.Parse(kernel.FrontEnd.Value("GC.GetTotalMemory(true)"), CultureInfo.InvariantCulture);
        var medians = times.Select(t => string.Create(CultureInfo.InvariantCulture, $"{Median(t),21:F1} ms"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{$"{end - Window + 1}-{end}",-14}{string.Concat(medians)}{processor,11:F1} ms{Mebibytes(heap),12}{Mebibytes(kernel.WorkingSet),12}"));
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Mebibytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F0} MiB");
}
