using FlowKernel.Cli.Importing;
using FlowKernel.Cli.Notebooks;
using FlowKernel.Cli.Output;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.Hosting.Importing;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Cli.Demo;

/// <summary>The demo's steps, each told with the time it took.</summary>
internal static class DemoRun
{
    private const string Tour = "00-tour.ipynb";

    private const string Question =
        "NTANetAnalytics | summarize sum(BytesSrcToDest) by SrcIp | top 5 by sum_BytesSrcToDest";

    /// <summary>Runs all steps; gives the exit code.</summary>
    public static async Task<int> RunAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        folder.Create();
        var blobs = Path.Combine(folder.FullName, "blobs");
        var store = Path.Combine(folder.FullName, "flows");
        var steps = new DemoSteps();
        if (await steps.RunAsync("Make the sample's flow logs", () => BlobsAsync(blobs, cancellation)) != 0)
            return 1;
        if (await steps.RunAsync("Import them", () => ImportAsync(blobs, store, cancellation)) != 0)
            return 1;
        if (await steps.RunAsync("Run the tour notebook", () => TourAsync(folder.FullName, store, cancellation)) != 0)
            return 1;
        Terminal.Out.WriteLine(Next(folder.FullName, store, steps.Elapsed));
        return 0;
    }

    private static async Task<int> BlobsAsync(string blobs, CancellationToken cancellation)
    {
        if (Directory.Exists(Path.Combine(blobs, SampleBlobs.Container)))
            return 0;
        var written = await SampleWriting.BlobsAsync(blobs, new SampleOptions { Days = DemoDays }, cancellation);
        return written.Succeeded ? 0 : Terminal.Fail(written.Diagnostics);
    }

    private static async Task<int> ImportAsync(string blobs, string store, CancellationToken cancellation)
    {
        var files = new ImportFilesGiven(
            [File(blobs, SampleFiles.Topology)], File(blobs, SampleFiles.ServiceTags), null,
            File(blobs, SampleFiles.Threats));
        var options = await files.ReadAsync(cancellation);
        if (!options.Succeeded)
            return Terminal.Fail(options.Diagnostics);
        var report = await Terminal.WhileAsync("Importing", progress => FlowImporter.ImportAsync(
            [Path.Combine(blobs, SampleBlobs.Container)], store, options.Value with { Now = SampleClock.Now },
            new ImportSteps(progress, "files", TimeProvider.System), cancellation));
        if (!report.Succeeded)
            return Terminal.Fail(report.Diagnostics);
        Terminal.Out.Write(ImportText.Of(report.Value, store));
        return 0;
    }

    private static async Task<int> TourAsync(string folder, string store, CancellationToken cancellation)
    {
        var tour = DemoNotebooks.Read(Tour);
        var connect = tour.Cells.First(c => c.IsCode && c.Source.Trim() == "#!flowlogs connect sample");
        connect.Source = $"#!flowlogs connect local \"{store}\"";
        var file = Path.Combine(folder, Tour);
        await System.IO.File.WriteAllTextAsync(file, tour.ToString(), cancellation);
        return await NotebookJob.RunAsync(
            new NotebookJob(
                new FileInfo(file), new FileInfo(file), new FileInfo(Path.Combine(folder, "report.html")), []),
            cancellation);
    }

    // Enough for every finding, and quick to write as single files.
    private static int DemoDays => new SampleOptions().Days;

    private static FileInfo File(string folder, string name) => new(Path.Combine(folder, name));

    private static string Next(string folder, string store, TimeSpan elapsed) =>
        $"""

        Done in {DurationText.Of(elapsed)}. Open these, they need no network:
          {Path.Combine(folder, "report.html")}   the report
          {Path.Combine(folder, Tour)}   the executed notebook

        Next:
          flowkernel query --data {store} "{Question}"
          flowkernel recipes                  questions that are ready to run
          flowkernel kernel install --user    write notebooks of your own, in Jupyter or VS Code
          flowkernel import --help            your own flow logs
        """;
}
