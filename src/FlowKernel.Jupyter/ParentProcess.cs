using System.Diagnostics;
using System.Globalization;

namespace FlowKernel.Jupyter;

/// <summary>
/// The process that started the kernel, as Jupyter names it in <c>JPY_PARENT_PID</c>; a kernel must not outlive it.
/// On Windows the variable holds a handle, and Jupyter ends its kernels by other means.
/// </summary>
internal static class ParentProcess
{
    /// <summary>The variable's value, where it is the id of a process.</summary>
    public static string? Id =>
        OperatingSystem.IsWindows() ? null : Environment.GetEnvironmentVariable("JPY_PARENT_PID");

    /// <summary>Cancels <paramref name="source"/> once the process with that id is gone, if it is an id.</summary>
    public static async Task WatchAsync(string? text, CancellationTokenSource source)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return;
        await Task.Yield();
        try
        {
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
