using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.External;
using FlowKernel.Hosting;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Exporting;
using FlowKernel.Notebook.Progress;
using FlowKernel.Notebook.Running;

namespace FlowKernel.Cli.Notebooks;

/// <summary>A notebook to run, and where its results go.</summary>
/// <param name="Notebook">The file to run.</param>
/// <param name="Out">Where the executed notebook goes, or null.</param>
/// <param name="Html">Where the report goes, or null.</param>
/// <param name="Parameters">
/// Values for the variables of the cell tagged <c>parameters</c>, as <c>name=value</c>.
/// </param>
internal sealed record NotebookJob(FileInfo Notebook, FileInfo? Out, FileInfo? Html, IReadOnlyList<string> Parameters)
{
    /// <summary>Paths and addresses below which <c>externaldata</c> may read.</summary>
    public IReadOnlyList<string> AllowedData { get; init; } = [];

    /// <summary>Hears of each file that was written, and that all cells ran.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>Runs a notebook and writes what was asked for; gives the exit code.</summary>
    public static async Task<int> RunAsync(NotebookJob job, CancellationToken cancellation)
    {
        if (!job.Notebook.Exists)
            return Terminal.Fail([NoFile(job.Notebook)]);
        if (ResultFiles.Check(job) is { Count: > 0 } wrong)
            return Terminal.Fail(wrong);
        var document = NotebookDocument.Parse(await File.ReadAllTextAsync(job.Notebook.FullName, cancellation));
        if (!document.Succeeded)
            return Terminal.Fail(document.Diagnostics);
        if (NotebookParameters.Check(document.Value, job.Parameters) is { Count: > 0 } mistakes)
            return Terminal.Fail(mistakes);
        var places = DataPlaces.Parse(job.AllowedData);
        if (!places.Succeeded)
            return Terminal.Fail(places.Diagnostics);
        if (ResultFiles.MakePlaces(job) is { Count: > 0 } placeless)
            return Terminal.Fail(placeless);
        await using var handle = NotebookFactory.Create(Workbench.OfEnvironment().And(places.Value));
        var parameters = new NotebookParameters(handle.Cells, job.Parameters);
        var tables = new OutputTables();
        var failure = await Terminal.WhileAsync(
            $"Running {job.Notebook.Name}",
            progress => NotebookRun.RunAsync(
                document.Value, handle.Notebook, tables, parameters.AfterCellAsync,
                new ProgressLine<NotebookProgress>(p => progress.Report(Step(p))),
                cancellation));
        await WriteAsync(job, document.Value, tables, handle, cancellation);
        if (failure is not null)
            return Tell(job, failure);
        job.Say($"All cells of {job.Notebook.Name} ran.");
        return 0;
    }

    private static async Task WriteAsync(
        NotebookJob job, NotebookDocument document, OutputTables tables, NotebookHandle handle,
        CancellationToken cancellation)
    {
        if (job.Out is { } notebook)
            await WriteAsync(job, notebook, document.ToString(), cancellation);
        if (job.Html is { } html)
        {
            var facts = new ReportFacts(job.Notebook.Name, handle.Workbench.Session, tables)
            {
                Parameters = NotebookParameters.Shown(job.Parameters),
                Folder = job.Notebook.DirectoryName,
            };
            await WriteAsync(job, html, handle.Workbench.Reports.Write(document, facts), cancellation);
        }
    }

    private static async Task WriteAsync(NotebookJob job, FileInfo file, string text, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(file.FullName, text, cancellation);
        job.Say($"Wrote {file.FullName}");
    }

    private static ProgressStep Step(NotebookProgress progress) => new(
        $"cell {progress.Cell} of {progress.Of}: {progress.FirstLine}", (progress.Cell - 1.0) / progress.Of);

    private static int Tell(NotebookJob job, CellFailure failure)
    {
        var line = failure.Line is { } number ? $", line {number}" : "";
        Terminal.Note($"{job.Notebook.Name}: cell {failure.Cell}{line} failed.");
        foreach (var text in failure.Error.Traceback)
            Terminal.NoteColoured(text);
        return 1;
    }

    private static Diagnostic NoFile(FileInfo file) =>
        new("FK0709", $"There is no notebook '{file.FullName}'.", default, "Give the path of an .ipynb file.");
}
