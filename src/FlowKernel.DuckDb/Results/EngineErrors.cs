using DuckDB.NET.Native;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.DuckDb.Results;

/// <summary>What a failure of DuckDB means to the user.</summary>
internal static class EngineErrors
{
    /// <summary>The diagnostic of a failure; a broken file or disk throws <see cref="IOException"/> instead.</summary>
    public static Diagnostic Describe(EngineException error) => error.Kind switch
    {
        DuckDBErrorType.Io or DuckDBErrorType.Permission => throw new IOException(FirstLine(error), error),
        DuckDBErrorType.OutOfMemory => new Diagnostic(
            "FK0201", "The query needs more memory than the embedded engine may use.", Nowhere,
            "Filter earlier, by TimeGenerated first of all, or summarize by fewer columns."),
        DuckDBErrorType.OutOfRange or DuckDBErrorType.Conversion or DuckDBErrorType.InvalidInput => new Diagnostic(
            "FK0202", $"The query met a value that it cannot work with: {FirstLine(error)}", Nowhere,
            "Filter such values out before they are used."),
        _ => new Diagnostic(
            "FK0203", $"The embedded engine could not run the query: {FirstLine(error)}", Nowhere,
            "This is a fault of FlowKernel, not of the query; please report it with the query's text."),
    };

    private static TextSpan Nowhere => new(0, 0);

    private static string FirstLine(Exception error) => error.Message.Split('\n')[0].TrimEnd();
}
