using System.Diagnostics;
using System.Globalization;

namespace FlowKernel.Jupyter;

/// <summary>
/// The process that started the kernel, as Jupyter names it in <c>JPY_PARENT_PID</c>; a kernel must not outlive it.
/// On Windows the variable holds a handle, and Jupyter ends its kernels by other means.
/// </summary>
internal static class ParentProcess
{
    /// <summary>Cancels <paramref name="source"/> once the parent is gone, if it is known.</summary>
    public static void WhenGone(CancellationTokenSource source)
    {
        var text = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        if (OperatingSystem.IsWindows())
            return;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            _ = WatchAsync(id, source);
    }

    private static async Task WatchAsync(int id, CancellationTokenSource source)
    {
        try
        {
            await Task.Yield();
            using var parent = Process.GetProcessById(id);
            await parent.WaitForExitAsync(source.Token);
        }
        catch (ArgumentException)
        {
            // The parent has ended already.
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await source.CancelAsync();
    }
}
