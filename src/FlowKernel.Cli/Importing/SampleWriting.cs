using System.Globalization;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.Hosting.Importing;
using FlowKernel.Notebook.Progress;

namespace FlowKernel.Cli.Importing;

/// <summary>Writes the sample; gives what to tell of it.</summary>
internal static class SampleWriting
{
    private static readonly string Now =
        SampleClock.Now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static async Task<Outcome<string>> StoreAsync(
        string folder, SampleOptions options, CancellationToken cancellation)
    {
        var report = await Terminal.WhileAsync("Making the sample", progress => SampleStore.MakeAsync(
            folder, options, new ImportSteps(progress, "days", TimeProvider.System), cancellation));
        return report.Succeeded
            ? $"{ImportText.Of(report.Value, folder)}The sample's now is {Now}.\n"
                + $"Ask it: flowkernel query --data {folder} \"NTANetAnalytics | count\""
            : new Outcome<string>(report.Diagnostics);
    }

    public static async Task<Outcome<string>> BlobsAsync(
        string folder, SampleOptions options, CancellationToken cancellation)
    {
        var count = await Terminal.WhileAsync(
            "Writing blobs",
            progress => SampleBlobs.WriteAsync(folder, options, Hours(options, progress), cancellation));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Wrote {count:N0} blobs below {folder}. The sample's now is {Now}.\n")
            + $"Import them: flowkernel import {Path.Combine(folder, SampleBlobs.Container)} --data DIR "
            + $"--topology {Path.Combine(folder, SampleFiles.Topology)} "
            + $"--service-tags {Path.Combine(folder, SampleFiles.ServiceTags)} "
            + $"--threats {Path.Combine(folder, SampleFiles.Threats)} --now {SampleClock.Now:s}Z";
    }

    private static ProgressLine<DateTime> Hours(SampleOptions options, IProgress<ProgressStep> progress) => new(
        hour => progress.Report(new ProgressStep(
            hour.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            (hour - options.Start) / (options.End - options.Start))));
}
