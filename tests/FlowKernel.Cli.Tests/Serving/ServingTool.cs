using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowKernel.Cli.Tests.Serving;

/// <summary><c>flowkernel serve</c> in a process of its own, as people run it.</summary>
internal sealed partial class ServingTool : IDisposable
{
    private readonly Process _process;

    private ServingTool(Process process, string said)
    {
        _process = process;
        Said = said;
    }

    /// <summary>All that it said until it was ready.</summary>
    public string Said { get; }

    /// <summary>Where it answers, as it says it.</summary>
    public string Url => Place().Match(Said).Value;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(Url);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    /// <summary>Starts it, and waits until it says how to connect.</summary>
    public static async Task<ServingTool> StartAsync(params string[] arguments)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "FlowKernel.Cli.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [tool, "serve", .. arguments])
        {
            RedirectStandardOutput = true,
        })!;
        var said = new StringBuilder();
        while (!said.ToString().Contains("Node ", StringComparison.Ordinal))
        {
            var line = await process.StandardOutput.ReadLineAsync(Test);
            Assert.True(line is not null, $"It ended: {said}");
            said.AppendLine(line);
        }

        return new ServingTool(process, said.ToString());
    }

    /// <summary>Does what Ctrl-C does, and gives the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        if (OperatingSystem.IsWindows() || IgnoresInterrupts())
            Assert.Skip("Processes that these tests start here cannot be interrupted.");
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Test);
        await _process.WaitForExitAsync(Test);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    // Children of a shell's background jobs are started so.
    private static bool IgnoresInterrupts()
    {
        const string Status = "/proc/self/status";
        const long Interrupt = 1 << 1;
        return File.Exists(Status)
            && File.ReadLines(Status).FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
            && (long.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    [GeneratedRegex(@"http://localhost:\d+")]
    private static partial Regex Place();
}
