using FlowKernel.Notebook.Documents;

namespace FlowKernel.Notebook.Running;

/// <summary>Runs a notebook file's cells through a kernel, without a front end.</summary>
public static class NotebookRun
{
    /// <summary>
    /// Runs all code cells in order and puts their outputs into the document; stops at the first that fails, unless it
    /// has Jupyter's tag <c>raises-exception</c>. Gives that cell's failure, or null when all ran.
    /// </summary>
    /// <param name="document">The notebook; its outputs are replaced.</param>
    /// <param name="kernel">What runs the cells.</param>
    /// <param name="tables">Remembers the whole tables behind outputs.</param>
    /// <param name="afterCell">Called after each cell that ran well; an error from it is that cell's; or null.</param>
    /// <param name="progress">Told of each cell before it runs, or null.</param>
    /// <param name="cancellation">Ends the running cell and the run.</param>
    public static async Task<CellFailure?> RunAsync(
        NotebookDocument document, INotebookKernel kernel, OutputTables tables,
        Func<NotebookCell, CancellationToken, Task<CellError?>>? afterCell, IProgress<NotebookProgress>? progress,
        CancellationToken cancellation)
    {
        var displays = new DisplayIndex();
        var code = document.Cells.Where(c => c.IsCode && c.Source.Trim().Length > 0).ToList();
        for (var i = 0; i < code.Count; i++)
        {
            progress?.Report(new NotebookProgress(i + 1, code.Count, FirstLine(code[i].Source)));
            var output = new NotebookOutput(displays, tables);
            var error = await RunCellAsync(code[i], i + 1, kernel, output, cancellation);
            if (code[i].MayFail && !cancellation.IsCancellationRequested)
                error = null;
            if (error is null && afterCell is not null)
                error = await afterCell(code[i], cancellation);
            if (error is not null)
                return new CellFailure(document.Cells.ToList().IndexOf(code[i]) + 1, error.Line, error);
        }

        return null;
    }

    private static async Task<CellError?> RunCellAsync(
        NotebookCell cell, int number, INotebookKernel kernel, NotebookOutput output, CancellationToken cancellation)
    {
        var result = await kernel.RunAsync(new CellRequest(cell.Source, number), output, cancellation);
        output.Finish(result, number);
        cell.SetOutputs(number, output.ToJson());
        return result.Error;
    }

    private static string FirstLine(string source) => source.TrimStart().Split('\n', 2)[0].TrimEnd();
}

/// <summary>A cell about to run: which, of how many, and its first line.</summary>
public readonly record struct NotebookProgress(int Cell, int Of, string FirstLine);

/// <summary>
/// A cell that failed: its place among all cells (from 1), the line in it (from 1) or null, and the error.
/// </summary>
public sealed record CellFailure(int Cell, int? Line, CellError Error);
