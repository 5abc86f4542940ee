using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>Opens files of this machine.</summary>
internal static class FileContent
{
    /// <summary>The file's bytes; a diagnostic as exception where there is none.</summary>
    public static FileStream Open(ExternalFile file, string path)
    {
        if (Directory.Exists(path))
            throw Cannot(file, "it is a folder.");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Cannot(file, "there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Cannot(file, "it cannot be opened.");
        }
    }

    /// <summary>A new file that goes when it is closed, for what comes from elsewhere.</summary>
    public static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), $"flowkernel-{Guid.NewGuid():N}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            // A reader of Parquet opens it a second time by its name.
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        });

    private static DiagnosticException Cannot(ExternalFile file, string why) =>
        new(ExternalDiagnostics.CannotOpen(file, why));
}
