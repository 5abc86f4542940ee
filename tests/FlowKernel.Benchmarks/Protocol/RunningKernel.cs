using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using FlowKernel.Jupyter.KernelSpec;

namespace FlowKernel.Benchmarks.Protocol;

/// <summary>The real kernel in a process of its own, started as Jupyter starts it, with a front end at it.</summary>
internal sealed class RunningKernel : IDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);
    private readonly string _connectionFile = Path.GetTempFileName();
    private readonly Process _process;

    public RunningKernel()
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var ports = FreePorts.Take(5);
        File.WriteAllText(_connectionFile, Connection(key, ports));
        var clock = Stopwatch.StartNew();
        string[] arguments = [MeasuredTool.Path, "kernel", "start", "--connection-file", _connectionFile];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        FrontEnd = new FrontEnd(key, ports);
        FrontEnd.Ask(RawRequest.Plain("kernel_info_request"));
        ReadyAfter = clock.Elapsed;
    }

    public FrontEnd FrontEnd { get; }

    /// <summary>From the process's start to the first reply on shell.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>The memory that the process holds now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The processor time that the process has used until now; other processes do not add to it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        FrontEnd.Tell("shutdown_request");
        if (!_process.WaitForExit(EndLimit))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        FrontEnd.Dispose();
        File.Delete(_connectionFile);
    }

    private static string Connection(string key, int[] ports) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": "{{key}}",
         "shell_port": {{ports[0]}}, "control_port": {{ports[1]}}, "iopub_port": {{ports[2]}},
         "stdin_port": {{ports[3]}}, "hb_port": {{ports[4]}}}
        """);
}
