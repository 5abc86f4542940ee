using FlowKernel.Hosting.Importing;
using FlowKernel.Hosting.Work;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.Hosting;

/// <summary>The default sample's store, made on first use and kept in the user's cache folder.</summary>
public static class SampleCache
{
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>Where it is kept; the version in the name makes a new FlowKernel make a new sample.</summary>
    public static string Folder { get; } = Path.Combine(
        CacheFolder.Path, $"sample-{typeof(SampleOptions).Assembly.ManifestModule.ModuleVersionId:N}");

    /// <summary>Opens the store, making it first where it is missing.</summary>
    public static async Task<Outcome<FlowStore>> OpenAsync(IWorkDisplay work, CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            return FlowStore.Open(Folder) is { Succeeded: true } ready ? ready : await MakeAsync(work, cancellation);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<Outcome<FlowStore>> MakeAsync(IWorkDisplay work, CancellationToken cancellation)
    {
        var made = await work.WhileAsync(
            "Making the sample, once",
            progress => MakeAsync(new ImportSteps(progress, "days", TimeProvider.System), cancellation));
        return made.Succeeded ? FlowStore.Open(Folder) : made;
    }

    // Made beside its place and moved there whole, so that two processes may do it at the same time.
    private static async Task<Outcome<FlowStore>> MakeAsync(
        IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        var folder = $"{Folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(Path.GetDirectoryName(Folder)!);
        try
        {
            var made = await SampleStore.MakeAsync(folder, new SampleOptions(), progress, cancellation);
            if (!made.Succeeded)
                return new(made.Diagnostics);
            Directory.Move(folder, Folder);
        }
        catch (IOException) when (Directory.Exists(Folder))
        {
            // Another process was faster; its sample is the same.
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        return FlowStore.Open(Folder);
    }
}
