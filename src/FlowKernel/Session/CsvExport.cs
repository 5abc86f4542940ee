using System.Text;
using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>Results as CSV files (RFC 4180, UTF-8), for spreadsheets and other tools.</summary>
public static class CsvExport
{
    /// <summary>
    /// Writes all rows of the result's first table, every value exact, whole or not at all; a file of that name is
    /// replaced.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static void SaveCsv(this FlowResult result, string path) => result.Table.SaveCsv(path);

    /// <inheritdoc cref="SaveCsv(FlowResult, string)"/>
    public static void SaveCsv(this KqlTable table, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}' for '{Path.GetFileName(path)}'.");
        var unfinished = path + ".part";
        try
        {
            File.WriteAllText(unfinished, CsvText.Write(table), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
