using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowKernel.Benchmarks;

/// <summary>Where timings were taken.</summary>
internal static class BenchmarkMachine
{
    /// <summary>Runtime, processors, build and load.</summary>
    public static string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, {Build} build, load {Load}");

    /// <summary>Other processes take their share of what is measured.</summary>
    public static string Load =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Build =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif
}
