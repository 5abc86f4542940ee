using System.Globalization;
using FlowKernel.DuckDb.Store;
using FlowKernel.Notebook.Progress;

namespace FlowKernel.Hosting.Importing;

/// <summary>An import's progress in words, with the share that is done and how fast it goes.</summary>
public sealed class ImportSteps(IProgress<ProgressStep> progress, string noun, TimeProvider clock)
    : IProgress<ImportProgress>
{
    // Writing the store takes about as long as reading; how far that is nobody knows.
    private const double ShareOfReading = 0.5;
    private static readonly TimeSpan LeastElapsed = TimeSpan.FromSeconds(1);
    private readonly long _start = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Report(ImportProgress value)
    {
        var elapsed = clock.GetElapsedTime(_start);
        var speed = elapsed < LeastElapsed
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $", {value.Tuples / elapsed.TotalSeconds:N0} a second");
        var sources = value.AllSources == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{value.Sources:N0} {noun}")
            : string.Create(CultureInfo.InvariantCulture, $"{value.Sources:N0} of {value.AllSources:N0} {noun}");
        var isRead = value.AllSources > 0 && value.Sources == value.AllSources;
        var writing = isRead ? ", writing the store" : "";
        progress.Report(new ProgressStep(
            string.Create(CultureInfo.InvariantCulture, $"{sources}, {value.Tuples:N0} flow tuples{speed}{writing}"),
            value.AllBytes > 0 && !isRead ? ShareOfReading * value.Bytes / value.AllBytes : null));
    }
}
