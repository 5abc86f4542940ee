using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>The real pool is everybody's, and what others do with it meanwhile says nothing.</summary>
public sealed class LeftBehindTests
{
    private readonly LeftBehind _cells;
    private int _threads;

    public LeftBehindTests() => _cells = new LeftBehind(n =>
    {
        _threads += n;
        return true;
    });

    [Fact]
    public async Task EachThreadOfThePoolThatACellHoldsIsReplacedForAsLongAsItDoes()
    {
        var (first, second) = (new BusyCell(2), new BusyCell(1));
        await first.HeldAsync(2);
        await second.HeldAsync(1);
        _cells.Add(first.Threads);
        _cells.Add(second.Threads);
        Assert.Equal(3, Volatile.Read(ref _threads));
        await first.EndAsync();
        await UntilAsync(() => Volatile.Read(ref _threads) == 1);
        await second.EndAsync();
        await UntilAsync(() => Volatile.Read(ref _threads) == 0);
    }

    [Fact]
    public void ACellThatHoldsNoThreadNeedsNothing()
    {
        _cells.Add(new CellThreads());
        Assert.Equal(0, _threads);
    }

    [Fact]
    public async Task APoolThatRefusesIsNotThoughtToHaveGrown()
    {
        var asked = 0;
        var cells = new LeftBehind(n =>
        {
            Assert.Equal(1, n);
            Interlocked.Increment(ref asked);
            return false;
        });
        var cell = new BusyCell(1);
        await cell.HeldAsync(1);
        cells.Add(cell.Threads);
        await UntilAsync(() => Volatile.Read(ref asked) > 1);
        await cell.EndAsync();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5, Notebook.Test);
    }

    /// <summary>A cell whose tasks compute, so that nothing can wake them.</summary>
    private sealed class BusyCell
    {
        private readonly Task _work;
        private bool _ended;

        public BusyCell(int tasks) => _work = StartAsync(tasks);

        public CellThreads Threads { get; } = new();

        public Task HeldAsync(int threads) => UntilAsync(() => Threads.OfThePool == threads);

        public async Task EndAsync()
        {
            Volatile.Write(ref _ended, true);
            await _work;
        }

        private async Task StartAsync(int tasks)
        {
            Threads.Enter();
            await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(Spin)));
        }

        private void Spin()
        {
            while (!Volatile.Read(ref _ended))
                Thread.Yield();
        }
    }
}
