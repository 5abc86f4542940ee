using System.Diagnostics;
using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Jupyter.Wire;
using FlowKernel.Text;

namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>A kernel that was started as Jupyter would start it, to see whether it answers.</summary>
internal sealed class KernelProbe : IDisposable
{
    private const int ShownErrorLines = 5;
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(3);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ProbeFrontEnd _front = new();
    private readonly Process _process;
    private readonly Task<string> _errors;

    private KernelProbe(KernelCommand command)
    {
        _process = Process.Start(StartInfo(command, _front.ConnectionFile))!;
        _errors = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>
    /// Starts a kernel, asks who it is and ends it. Fails with FK0814 when it cannot be started, ends early or does
    /// not answer within <paramref name="limit"/>.
    /// </summary>
    public static async Task<Outcome<ProbeResult>> RunAsync(
        KernelCommand command, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            using var probe = new KernelProbe(command);
            return await probe.AnswerAsync(limit, cancellation);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return Failed($"The kernel cannot be started: {e.Message}.");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _front.Dispose();
    }

    private static ProcessStartInfo StartInfo(KernelCommand command, string connectionFile)
    {
        var arguments = command.Arguments
            .Select(a => a.Replace(KernelCommand.ConnectionFilePlace, connectionFile, StringComparison.Ordinal));
        var info = new ProcessStartInfo(command.Arguments[0], arguments.Skip(1))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in command.Variables)
            info.Environment[name] = value;
        return info;
    }

    private static Diagnostic Failed(string message) => new("FK0814", message, new TextSpan(0, 0),
        "Start the command of the kernel spec in a terminal to see more, or install the kernel again.");

    private async Task<Outcome<ProbeResult>> AnswerAsync(TimeSpan limit, CancellationToken cancellation)
    {
        var reply = await AskAsync("kernel_info_request", limit, cancellation);
        if (reply is null)
            return Failed(_process.HasExited ? await EarlyEndAsync() : NoAnswer(limit));
        var result = new ProbeResult(_clock.Elapsed, reply.Content.Text("protocol_version") ?? "unknown");
        await AskAsync("shutdown_request", _clock.Elapsed + EndLimit, cancellation);
        await Task.WhenAny(_process.WaitForExitAsync(cancellation), Task.Delay(EndLimit, cancellation));
        return result;
    }

    private Task<Message?> AskAsync(string type, TimeSpan until, CancellationToken cancellation) =>
        _front.AskAsync(type, () => _clock.Elapsed < until && !_process.HasExited, cancellation);

    private async Task<string> EarlyEndAsync()
    {
        var lines = (await _errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var said = string.Join(" | ", lines.TakeLast(ShownErrorLines));
        return string.Create(CultureInfo.InvariantCulture,
            $"The kernel ended with code {_process.ExitCode} before it answered: {said}");
    }

    private static string NoAnswer(TimeSpan limit) =>
        string.Create(CultureInfo.InvariantCulture, $"The kernel did not answer within {limit.TotalSeconds:0.#} s.");
}
