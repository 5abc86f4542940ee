using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;

namespace FlowKernel.DuckDb.Store;

/// <summary>A store opened for one import.</summary>
/// <param name="Writer">The import's writer.</param>
/// <param name="Settings">How its rows are made.</param>
internal sealed record StoreOpening(StoreWriter Writer, StoreSettings Settings)
{
    /// <summary>Opens or makes the store in a folder; one writer at a time, and all rows made alike.</summary>
    public static Outcome<StoreOpening> ForWriting(string folder, StoreSettings? wanted)
    {
        var files = new StoreFiles(Path.GetFullPath(folder));
        FileStream? held = null;
        try
        {
            held = files.TryLock();
            if (held is null)
                return Busy(folder);
            var outcome = Open(files, folder, wanted, held);
            held = outcome.Succeeded ? null : held;
            return outcome;
        }
        catch (Exception mistake) when (mistake is JsonException or IOException or UnauthorizedAccessException)
        {
            return Unwritable(folder, mistake.Message);
        }
        finally
        {
            held?.Dispose();
        }
    }

    private static Outcome<StoreOpening> Open(StoreFiles files, string folder, StoreSettings? wanted, FileStream held)
    {
        if (wanted is not null && !IsInterval(wanted.Interval))
            return NoInterval(wanted.Interval);
        var manifest = files.ReadManifest();
        if (manifest is null && Directory.EnumerateFileSystemEntries(files.Folder).Any(IsForeign))
            return Foreign(folder);
        manifest ??= new();
        var settings = wanted ?? manifest.Settings;
        if (manifest.Parts.Count > 0 && settings != manifest.Settings)
            return Differs(folder);
        return new StoreOpening(new StoreWriter(files, manifest, held), settings);
    }

    private static bool IsInterval(TimeSpan interval) =>
        interval >= TimeSpan.FromMinutes(1) && TimeSpan.FromDays(1).Ticks % interval.Ticks == 0;

    // What a broken first import may leave is ours; anything else is not, and a sweep must not touch it.
    private static bool IsForeign(string path)
    {
        var name = Path.GetFileName(path);
        return name is not ("store.lock" or "manifest.json.tmp") &&
            !name.StartsWith(".import-", StringComparison.Ordinal) &&
            !name.StartsWith("sources-", StringComparison.Ordinal) &&
            !NativeCopy.IsOne(name) &&
            StoreTable.All.All(t => t.Name != name);
    }

    private static Diagnostic Busy(string folder) => new(
        "FK0623", $"Another import is writing to '{folder}'.", default, "Wait until it is done; queries can go on.");

    private static Diagnostic Differs(string folder) => new(
        "FK0624", $"The rows of the flow store at '{folder}' were made with other settings.", default,
        "Leave out --interval, --public-ips and --ip-details, or import into another folder.");

    private static Diagnostic NoInterval(TimeSpan interval) => new(
        "FK0627", $"An interval of {SqlText.Number((long)interval.TotalMinutes)} minutes does not divide a day.",
        default, "Use 60 minutes, or 10.");

    private static Diagnostic Foreign(string folder) => new(
        "FK0625", $"The folder '{folder}' has files in it, but no flow store.", default,
        "Name an empty folder, or one that does not exist yet, after --data.");

    /// <summary>What to say when the disk does not take the store.</summary>
    public static Diagnostic Unwritable(string folder, string reason) => new(
        "FK0626", $"The folder '{folder}' cannot be written: {reason}", default, "Check that you may write there.");
}
