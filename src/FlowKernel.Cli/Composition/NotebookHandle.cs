using FlowKernel.CSharp;
using FlowKernel.Hosting;
using FlowKernel.Notebook.Kernel;

namespace FlowKernel.Cli.Composition;

/// <summary>A notebook kernel with the parts that its owner needs to reach.</summary>
internal sealed class NotebookHandle(FlowNotebook notebook, Workbench workbench, CSharpCells cells) : IAsyncDisposable
{
    // The first completion builds the grammar of KQL, the second describes its functions.
    private static readonly string[] Typed = ["#!flowlogs\nT | ", "#!flowlogs\nT | where "];
    private readonly CancellationTokenSource _ending = new();

    /// <summary>What runs cells.</summary>
    public FlowNotebook Notebook => notebook;

    /// <summary>Connections and queries.</summary>
    public Workbench Workbench => workbench;

    /// <summary>C# cells.</summary>
    public CSharpCells Cells => cells;

    /// <summary>The work that <see cref="BeginWarmUp"/> has begun.</summary>
    public Task WarmUp { get; private set; } = Task.CompletedTask;

    /// <summary>
    /// Begins to load what first cells need, one thing after the other in the background; what serves only an editor or
    /// charts waits while a cell runs.
    /// </summary>
    public void BeginWarmUp() => WarmUp = WarmUpAsync(_ending.Token);

    /// <summary>Keeps the KQL language compiled, as cells and editors use it, so that later kernels load it sooner.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await CompleteAsync(cancellation);
        await Workbench.KeepLanguageAsync(cancellation);
    }

    /// <summary>Ends what is done in the background, then closes the parts.</summary>
    public async ValueTask DisposeAsync()
    {
        // A process must not end while a script still runs: native code takes apart what the script's thread uses.
        await _ending.CancelAsync();
        await WarmUp.ContinueWith(_ => { }, TaskScheduler.Default);
        Cells.Dispose();
        await Workbench.DisposeAsync();
        _ending.Dispose();
    }

    private async Task WarmUpAsync(CancellationToken cancellation)
    {
        await Workbench.LanguageReady.WaitAsync(cancellation);
        await WhenIdleAsync(() => Cells.WarmUpAsync(cancellation), cancellation);
        await WhenIdleAsync(() => Workbench.PractiseLanguageAsync(cancellation), cancellation);
        await WhenIdleAsync(() => Cells.WarmUpEditorAsync(cancellation), cancellation);
        await CompleteAsync(cancellation);
        await WhenIdleAsync(() => Task.Run(Workbench.Charts.Warm, cancellation), cancellation);
        await WhenIdleAsync(() => Workbench.KeepLanguageAsync(cancellation), cancellation);
    }

    private async Task CompleteAsync(CancellationToken cancellation)
    {
        foreach (var cell in Typed)
            await WhenIdleAsync(() => Notebook.CompleteAsync(cell, cell.Length, cancellation), cancellation);
    }

    private async Task WhenIdleAsync(Func<Task> work, CancellationToken cancellation)
    {
        await Notebook.Idle.WaitAsync(cancellation);
        await work();
    }
}
