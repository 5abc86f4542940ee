using System.Runtime.InteropServices;

namespace FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

/// <summary>The memory that malloc has from the system.</summary>
internal static partial class NativeHeap
{
    /// <summary>
    /// Has what is free given back to the system: of its own accord malloc would keep most of it, 650 MB after percentiles of
    /// 100 million values.
    /// </summary>
    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = Trim(0);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library, which does as it likes.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint left);
}
