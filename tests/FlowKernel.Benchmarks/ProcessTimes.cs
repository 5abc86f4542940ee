using System.Diagnostics;

namespace FlowKernel.Benchmarks;

/// <summary>Times whole processes of the tool.</summary>
internal static class ProcessTimes
{
    private const int Runs = 7;

    /// <summary>
    /// A query in a process of its own, in milliseconds; the first, uncounted run makes the sample where it is missing.
    /// </summary>
    public static async Task<IReadOnlyList<double>> QueryAsync(string kql)
    {
        await RunAsync(["query", "--sample", kql]);
        var times = new List<double>();
        for (var i = 0; i < Runs; i++)
            times.Add(await RunAsync(["query", "--sample", kql]));
        return times;
    }

    /// <summary>Installs the kernel below a folder of its own, as a user does before the first start; it is removed again.</summary>
    public static async Task InstallAsync()
    {
        var prefix = Directory.CreateTempSubdirectory("flowkernel-benchmark");
        await RunAsync(["kernel", "install", "--prefix", prefix.FullName]);
        prefix.Delete(recursive: true);
    }

    private static async Task<double> RunAsync(IReadOnlyList<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [MeasuredTool.Path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? clock.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed.");
    }
}
