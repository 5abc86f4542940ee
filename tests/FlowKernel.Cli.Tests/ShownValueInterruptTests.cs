using FlowKernel.Cli.Composition;
using FlowKernel.Notebook;

namespace FlowKernel.Cli.Tests;

/// <summary>Showing a cell's value runs the user's code too.</summary>
public sealed class ShownValueInterruptTests
{
    [Theory]
    [InlineData("IEnumerable<int> Slow() { while (true) { yield return 1; begun.Set(); Thread.Sleep(-1); } }", "Slow()")]
    [InlineData("class Slow { public ManualResetEventSlim B; public int N { get { B.Set(); Thread.Sleep(-1); return 1; } } }", "new Slow { B = begun }")]
    [InlineData("IEnumerable<int> Busy() { while (true) { begun.Set(); } yield return 1; }", "Busy()")]
    public async Task AnInterruptStopsWhatIsShown(string declared, string shown)
    {
        await using var notebook = NotebookFactory.Create();
        var begun = new ManualResetEventSlim();
        await notebook.Cells.SetAsync("begun", begun, typeof(ManualResetEventSlim), TestContext.Current.CancellationToken);
        await RunAsync(notebook, declared, TestContext.Current.CancellationToken);
        using var interrupt = new CancellationTokenSource();
        var running = Task.Run(() => RunAsync(notebook, shown, interrupt.Token), TestContext.Current.CancellationToken);
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        await interrupt.CancelAsync();
        var ended = await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("Interrupted", ended.Error?.Name);
    }

    private static Task<CellResult> RunAsync(NotebookHandle notebook, string code, CancellationToken cancellation) =>
        notebook.Notebook.RunAsync(new CellRequest(code, 1), SilentOutput.Instance, cancellation);
}
