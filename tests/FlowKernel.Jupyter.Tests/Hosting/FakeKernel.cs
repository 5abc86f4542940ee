using FlowKernel.Notebook;
using FlowKernel.Session;

namespace FlowKernel.Jupyter.Tests.Hosting;

/// <summary>A kernel whose every answer a test can choose.</summary>
internal sealed class FakeKernel : INotebookKernel
{
    public Func<CellRequest, ICellOutput, CancellationToken, Task<CellResult>> Run { get; set; } =
        (_, _, _) => Task.FromResult(CellResult.Done);

    public Func<string, int, CompletionList> Complete { get; set; } = (_, offset) => CompletionList.None(offset);

    public Func<string, int, MimeBundle?> Inspect { get; set; } = (_, _) => null;

    public Func<string, Completeness> Completeness { get; set; } = _ => Session.Completeness.Complete;

    public Func<string, CellResult> Evaluate { get; set; } = _ => CellResult.Done;

    public List<CellRequest> Cells { get; } = [];

    public bool Disposed { get; private set; }

    public Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation)
    {
        Cells.Add(cell);
        return Run(cell, output, cancellation);
    }

    public Task<CompletionList> CompleteAsync(string cell, int offset, CancellationToken cancellation) =>
        Task.FromResult(Complete(cell, offset));

    public Task<MimeBundle?> InspectAsync(string cell, int offset, CancellationToken cancellation) =>
        Task.FromResult(Inspect(cell, offset));

    public Task<Completeness> CompletenessAsync(string cell, CancellationToken cancellation) =>
        Task.FromResult(Completeness(cell));

    public Task<CellResult> EvaluateAsync(string expression, CancellationToken cancellation) =>
        Task.FromResult(Evaluate(expression));

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return default;
    }

    /// <summary>A kernel that runs every cell in the same way.</summary>
    public static FakeKernel Running(Func<ICellOutput, CellResult> run) =>
        new() { Run = (_, output, _) => Task.FromResult(run(output)) };

    /// <summary>A cell error with that name.</summary>
    public static CellResult Fail(string name, string message = "went wrong") =>
        new() { Error = new CellError(name, message, ["first line", "second line"]) };
}
