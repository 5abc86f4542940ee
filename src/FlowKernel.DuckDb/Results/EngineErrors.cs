using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Functions.Native.Ranks;
using FlowKernel.Text;

namespace FlowKernel.DuckDb.Results;

/// <summary>What a failure of DuckDB means to the user.</summary>
internal static class EngineErrors
{
    /// <summary>The diagnostic of a failure; a broken file or disk throws <see cref="IOException"/> instead.</summary>
    public static Diagnostic Describe(EngineException error) => error.Kind switch
    {
        _ when NamesAFile(error) => throw new IOException(error.Reason, error),
        "IO Error" or "Permission Error" => throw new IOException(error.Reason, error),
        _ when IsOutOfMemory(error) => new Diagnostic(
            "FK0141", "The query needs more memory than the embedded engine may use.", Nowhere,
            "Filter earlier, by TimeGenerated first of all, or summarize by fewer columns; or give it more: set "
            + $"{EngineMemorySetting.Variable} to a size such as 8GiB before the tool or the kernel starts."),
        "Out of Range Error" or "Conversion Error" or "Invalid Input Error" => new Diagnostic(
            "FK0142", $"The query met a value that it cannot work with: {EngineWords.Reworded(error.Reason)}", Nowhere,
            "Filter such values out before they are used."),
        _ => new Diagnostic(
            "FK0143", $"The embedded engine could not run the query ({error.Kind}).", Nowhere,
            "This is a fault of FlowKernel, not of the query; please report it with the query's text."),
    };

    private static bool IsOutOfMemory(EngineException error) =>
        error.Kind == "Out of Memory Error" || error.Reason.Contains(RankErrors.Memory, StringComparison.Ordinal);

    private static bool NamesAFile(EngineException error) =>
        error.Reason.Contains(".parquet'", StringComparison.Ordinal);

    private static TextSpan Nowhere => new(0, 0);
}
