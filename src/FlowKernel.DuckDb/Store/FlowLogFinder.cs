using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.DuckDb.Store;

/// <summary>
/// Finds the flow logs that paths name: files as they are; of a folder all PT1H.json below it, as Azure names its
/// blobs,
/// and where there is none, all .json. Either may be gzipped.
/// </summary>
internal static class FlowLogFinder
{
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.None,
    };

    /// <summary>The files; FK0631 for a path that is not there, FK0632 when there is no flow log at all, FK0633 when
    /// some cannot be read.</summary>
    public static Outcome<IReadOnlyList<IFlowSource>> Find(IReadOnlyList<string> paths)
    {
        var missing = paths.Where(p => !File.Exists(p) && !Directory.Exists(p)).Select(Missing).ToList();
        if (missing.Count > 0)
            return new(missing);
        try
        {
            var files = paths.SelectMany(FilesOf).Select(p => new FlowLogFile(p))
                .DistinctBy(f => f.Name).ToList<IFlowSource>();
            return files.Count > 0 ? new Outcome<IReadOnlyList<IFlowSource>>(files) : Nothing(paths);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Unreadable(paths, failure.Message);
        }
    }

    // Topology and service tags files often lie beside the blobs.
    private static IEnumerable<string> FilesOf(string path)
    {
        if (File.Exists(path))
            return [path];
        var json = Directory.EnumerateFiles(path, "*", Below).Where(f => IsJson(Path.GetFileName(f))).ToList();
        var blobs = json.Where(f => IsBlob(Path.GetFileName(f))).ToList();
        return blobs.Count > 0 ? blobs : json;
    }

    private static bool IsBlob(string name) => name.StartsWith("PT1H.json", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string name) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ||
        name.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase);

    private static Diagnostic Missing(string path) => new(
        "FK0631", $"There is no file or folder at '{path}'.", default,
        "Name downloaded PT1H.json files, or a folder that holds them.");

    private static Diagnostic Unreadable(IReadOnlyList<string> paths, string reason) => new(
        "FK0633", $"What is below '{string.Join("', '", paths)}' cannot all be read: {reason}", default,
        "Check that you may read these files and folders.");

    private static Diagnostic Nothing(IReadOnlyList<string> paths) => new(
        "FK0632", $"There are no .json files below '{string.Join("', '", paths)}'.", default,
        "Download the blobs of container insights-logs-flowlogflowevent with their folders, as azcopy does.");
}
