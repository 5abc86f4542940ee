using System.Globalization;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>What Linux counts of this process; null on other systems.</summary>
internal static class ProcessCounters
{
    /// <summary>Bytes that it asked files for so far, whether the disk or the system's cache gave them.</summary>
    public static long? BytesRead => Field("/proc/self/io", "rchar:");

    /// <summary>The most memory it held at a time since the last reset, in bytes.</summary>
    public static long? PeakMemory => Field("/proc/self/status", "VmHWM:") * 1024;

    /// <summary>Begins a new peak.</summary>
    public static void ResetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
            File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static long? Field(string file, string name)
    {
        if (!File.Exists(file))
            return null;
        var line = File.ReadLines(file).First(l => l.StartsWith(name, StringComparison.Ordinal));
        var digits = line[name.Length..].Trim().Split(' ')[0];
        return long.Parse(digits, CultureInfo.InvariantCulture);
    }
}
