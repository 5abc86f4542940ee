using System.Diagnostics;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.DuckDb.Store;

/// <summary>
/// Imports flow logs into a store: read, aggregate, enrich, write. Sources are read in parallel, each one held only as
/// its groups; rows go to disk as they come. A source that is in the store unchanged is skipped, and one that has grown
/// replaces its rows, so importing the same folder again and again is the way to keep a store up to date.
/// </summary>
public static class FlowImporter
{
    /// <summary>
    /// Imports files, and folders with everything below them. Mistakes of the user come back: FK0631 to FK0633 for
    /// paths, FK0603 for the topology, FK0623 to FK0627 for the store, which stays as it was. Damaged input is in the
    /// report.
    /// </summary>
    public static async Task<Outcome<ImportReport>> ImportAsync(
        IReadOnlyList<string> paths, string store, ImportOptions options,
        IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var sources = FlowLogFinder.Find(paths);
        return sources.Succeeded
            ? await ImportAsync(sources.Value, store, options, progress, cancellation)
            : new(sources.Diagnostics);
    }

    /// <summary>
    /// Imports any sources, as the other overload imports files. A collection is read in the order of its hours; any
    /// other sequence once, as it comes, so that it may be made on the way.
    /// </summary>
    public static async Task<Outcome<ImportReport>> ImportAsync(
        IEnumerable<IFlowSource> sources, string store, ImportOptions options,
        IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var map = NetworkMap.Build(options.Topology);
        if (!map.Succeeded)
            return new(map.Diagnostics);
        var opened = StoreOpening.ForWriting(store, options.Settings);
        if (!opened.Succeeded)
            return new(opened.Diagnostics);
        using var writer = opened.Value.Writer;
        var run = new ImportRun(writer, opened.Value.Settings, options, map.Value, progress);
        try
        {
            var report = await run.ImportAsync(sources, cancellation);
            return report with { Elapsed = watch.Elapsed };
        }
        catch (Exception failure) when (IsDisk(failure))
        {
            return StoreOpening.Unwritable(store, failure.Message);
        }
    }

    private static bool IsDisk(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or DuckDBException { ErrorType: DuckDBErrorType.Io };
}
