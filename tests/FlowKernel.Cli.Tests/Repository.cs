using System.Runtime.CompilerServices;

namespace FlowKernel.Cli.Tests;

/// <summary>The places of the source tree that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>A folder below the top one.</summary>
    public static string Folder(params string[] names) => Path.Combine([Top(), .. names]);

    private static string Top([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
