using System.Diagnostics;
using FlowKernel.Jupyter.KernelSpec;

namespace FlowKernel.Benchmarks;

/// <summary>Times whole processes of the tool, from start to end or to the first answer.</summary>
internal static class ProcessTimes
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "FlowKernel.Cli.dll");

    /// <summary>
    /// A query in a process of its own; the first, uncounted run makes the sample where it is missing.
    /// </summary>
    public static async Task<IReadOnlyList<TimeSpan>> QueryAsync(string kql, int runs)
    {
        await RunAsync(["query", "--sample", kql]);
        var times = new List<TimeSpan>();
        for (var i = 0; i < runs; i++)
            times.Add(await RunAsync(["query", "--sample", kql]));
        return times;
    }

    /// <summary>The kernel as Jupyter starts it, until it has answered kernel_info.</summary>
    public static async Task<IReadOnlyList<TimeSpan>> KernelReadyAsync(int runs)
    {
        var command = new KernelCommand(
            ["dotnet", Tool, "kernel", "start", "--connection-file", KernelCommand.ConnectionFilePlace],
            new Dictionary<string, string>());
        var times = new List<TimeSpan>();
        for (var i = 0; i < runs; i++)
        {
            var probe = await KernelProbe.RunAsync(command, TimeSpan.FromSeconds(30), CancellationToken.None);
            times.Add(probe.OrThrow().ReadyAfter);
        }

        return times;
    }

    private static async Task<TimeSpan> RunAsync(IReadOnlyList<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? clock.Elapsed
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed.");
    }
}
