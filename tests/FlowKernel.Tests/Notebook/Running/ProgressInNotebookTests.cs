using System.Text.Json.Nodes;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Progress;
using FlowKernel.Notebook.Running;
using FlowKernel.Session;
using Microsoft.Extensions.Time.Testing;

namespace FlowKernel.Tests.Notebook.Running;

/// <summary>What an executed notebook keeps of progress.</summary>
public class ProgressInNotebookTests
{
    [Fact]
    public async Task FinishedWorkLeavesItsFinalLine()
    {
        var outputs = await OutputsOf(progress => progress.Finish("Imported 2 files."));
        Assert.Equal("Imported 2 files.", (string?)Assert.Single(outputs)!["data"]!["text/plain"]![0]);
    }

    [Fact]
    public async Task WorkThatIsTakenAwayLeavesNoOutput() => Assert.Empty(await OutputsOf(_ => { }));

    private static async Task<JsonArray> OutputsOf(Action<ProgressDisplay> end)
    {
        var notebook = NotebookDocument.Create([NotebookCell.Create("code", "work")]);
        await using var kernel = new WorkingKernel(end);
        await NotebookRun.RunAsync(notebook, kernel, new OutputTables(), null, null, TestContext.Current.CancellationToken);
        return (JsonArray)JsonNode.Parse(notebook.ToString())!["cells"]![0]!["outputs"]!;
    }

    private sealed class WorkingKernel(Action<ProgressDisplay> end) : INotebookKernel
    {
        public Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation)
        {
            var clock = new FakeTimeProvider();
            using var progress = ProgressDisplay.Start(output, clock, "Working");
            clock.Advance(TimeSpan.FromSeconds(3));
            end(progress);
            return Task.FromResult(CellResult.Done);
        }

        public Task<CompletionList> CompleteAsync(string cell, int offset, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<MimeBundle?> InspectAsync(string cell, int offset, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<Completeness> CompletenessAsync(string cell, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<CellResult> EvaluateAsync(string expression, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
