using System.Globalization;
using FlowKernel.DuckDb.Store;
using FlowKernel.Notebook;

namespace FlowKernel.Cli.Importing;

/// <summary>An import's progress, as one line that is updated in place.</summary>
internal static class ImportDisplay
{
    /// <summary>Progress under a notebook cell.</summary>
    public static IProgress<ImportProgress> Live(ICellOutput output)
    {
        var id = Guid.NewGuid().ToString("N");
        output.Display(MimeBundle.Plain("Importing…"), id);
        return new Progress<ImportProgress>(p => output.UpdateDisplay(id, ResultDisplay.Quiet(Line(p))));
    }

    public static string Line(ImportProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"Importing: {progress.Sources:N0} of {progress.AllSources:N0} files, {progress.Tuples:N0} flow tuples");
}
