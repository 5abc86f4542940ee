using System.Collections.Concurrent;
using FlowKernel.Cli.Composition;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Cli.Tests.Cells;

/// <summary>Queries on a connection that is no local store and takes its time.</summary>
public sealed class QueriesElsewhereTests : IAsyncDisposable
{
    private readonly NotebookHandle _kernel = NotebookFactory.Create();
    private readonly LineUnderTheCell _line = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("#!flowlogs\nprint n = 5")]
    [InlineData("(await Flow.Query(\"print n = 5\")).Count()")]
    public async Task ALongQueryShowsOneLineThatIsUpdatedAndGone(string cell)
    {
        await _kernel.Workbench.Session.ConnectAsync(new SlowConnection(_line.WasUpdated), "prod");
        var result = await _kernel.Notebook.RunAsync(new CellRequest(cell, 1), _line, Test);
        Assert.Null(result.Error);
        var shown = _line.Shown.ToArray();
        Assert.True(shown.Length >= 3, string.Join('\n', shown));
        Assert.All(shown[..^1], text => Assert.StartsWith("Running on prod", text, StringComparison.Ordinal));
        Assert.Equal(shown.Length, shown.Distinct().Count());
        Assert.Equal("", shown[^1]);
        Assert.Single(_line.Places);
    }

    [Theory]
    [InlineData("#!flowlogs\nprint n = 5")]
    [InlineData("await Flow.Query(\"print n = 5\")")]
    [InlineData("await Flow.Query(\"print n = 5\").RunAsync()")]
    [InlineData("Flow.Query(\"print n = 5\").RunAsync().Result")]
    [InlineData("await Task.Run(() => Flow.Query(\"print n = 5\").RunAsync())")]
    public async Task AnInterruptStopsTheQueryItself(string cell)
    {
        var connection = new EndlessConnection();
        await _kernel.Workbench.Session.ConnectAsync(connection, "prod");
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Test);
        var running = _kernel.Notebook.RunAsync(new CellRequest(cell, 1), _line, interrupt.Token);
        await connection.Asked.WaitAsync(Test);
        await interrupt.CancelAsync();
        await connection.Stopped.WaitAsync(Test);
        Assert.NotNull((await running).Error);
    }

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    private sealed class EndlessConnection : IQueryConnection
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public Task Stopped => _stopped.Task;

        public string Name => "prod";

        public DatabaseSchema Schema => new("prod", []);

        public TimeProvider Clock => TimeProvider.System;

        public async Task<Outcome<QueryResult>> RunAsync(CheckedQuery query, CancellationToken cancellation)
        {
            using var stop = cancellation.UnsafeRegister(_ => _stopped.TrySetResult(), null);
            _asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            throw new InvalidOperationException("An endless wait has ended.");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class SlowConnection(Task enough) : IQueryConnection
    {
        public string Name => "prod";

        public DatabaseSchema Schema => new("prod", []);

        public TimeProvider Clock => TimeProvider.System;

        public async Task<Outcome<QueryResult>> RunAsync(CheckedQuery query, CancellationToken cancellation)
        {
            await enough.WaitAsync(cancellation);
            return new QueryResult([KqlTable.FromRows(query.Columns, [[5L]])], null, new QueryStatistics(TimeSpan.Zero, Name));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class LineUnderTheCell : ICellOutput
    {
        private readonly TaskCompletionSource _updated = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WasUpdated => _updated.Task;

        public ConcurrentQueue<string> Shown { get; } = new();

        public ConcurrentDictionary<string, bool> Places { get; } = new();

        public void Display(MimeBundle bundle, string? displayId = null) => Show(bundle, displayId);

        public void UpdateDisplay(string displayId, MimeBundle bundle)
        {
            Show(bundle, displayId);
            _updated.TrySetResult();
        }

        public void WriteOut(string text)
        {
        }

        public void WriteError(string text)
        {
        }

        public void Clear(bool wait)
        {
        }

        public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
            throw new NotSupportedException();

        private void Show(MimeBundle bundle, string? displayId)
        {
            if (displayId is null)
                return;
            Places[displayId] = true;
            Shown.Enqueue(bundle.Text(MimeTypes.Plain) ?? "");
        }
    }
}
