using System.Runtime.InteropServices;

namespace FlowKernel.Cli.Composition;

/// <summary>Ends this process, whatever its native libraries still do.</summary>
internal static class ProcessEnd
{
    /// <summary>
    /// Ends it at once. A usual end lets native libraries take apart what their threads still use, and they crash.
    /// </summary>
    public static void AtOnce(int exitCode)
    {
        Console.Out.Flush();
        Console.Error.Flush();
        if (OperatingSystem.IsWindows())
            Environment.Exit(exitCode);
        else
            Exit(exitCode);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    private static extern void Exit(int exitCode);
}
