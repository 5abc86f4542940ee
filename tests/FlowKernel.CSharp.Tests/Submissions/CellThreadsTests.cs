using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Tests.Submissions;

public sealed class CellThreadsTests
{
    private readonly CellThreads _cell = new();

    [Fact]
    public async Task ThreadsOfThePoolAreInsideForAsLongAsTheyWorkForTheCell()
    {
        using var end = new ManualResetEventSlim();
        var work = StartAsync(3, () => end.Wait(Notebook.Test));
        await UntilAsync(() => _cell.OfThePool == 3);
        end.Set();
        await work;
        await UntilAsync(() => !_cell.Any);
    }

    [Fact]
    public async Task AThreadThatTheCellMadeIsInsideUntilItEnds()
    {
        using var end = new ManualResetEventSlim();
        var thread = new Thread(() => end.Wait(Notebook.Test));
        await Inside(() => Task.Run(thread.Start));
        await UntilAsync(() => _cell.Any);
        Assert.Equal(0, _cell.OfThePool);
        end.Set();
        thread.Join();
        Assert.False(_cell.Any);
    }

    [Fact]
    public async Task AnotherCellsThreadsAreNotThisOnes()
    {
        using var end = new ManualResetEventSlim();
        var work = new CellThreads();
        var running = Inside(work, () => Task.Run(() => end.Wait(Notebook.Test)));
        await UntilAsync(() => work.OfThePool == 1);
        Assert.False(_cell.Any);
        Assert.False(_cell.Wake());
        end.Set();
        await running;
    }

    [Fact]
    public async Task AllThatWaitAreWoken()
    {
        var work = StartAsync(3, () => new ManualResetEventSlim().Wait(CancellationToken.None));
        await UntilAsync(() => _cell.OfThePool == 3);
        await UntilAsync(() =>
        {
            _cell.Wake();
            return work.IsCompleted;
        });
        await Assert.ThrowsAsync<ThreadInterruptedException>(() => work);
    }

    [Fact]
    public async Task WhoHasBeenWokenOnceMayTakeAsLongAsItLikes()
    {
        using var end = new ManualResetEventSlim();
        var cleansUp = false;
        var work = StartAsync(1, () =>
        {
            try
            {
                new ManualResetEventSlim().Wait(CancellationToken.None);
            }
            catch (ThreadInterruptedException)
            {
                cleansUp = true;
                end.Wait(CancellationToken.None);
            }
        });
        await UntilAsync(_cell.Wake);
        await UntilAsync(() => Volatile.Read(ref cleansUp));
        Assert.False(_cell.Wake());
        end.Set();
        await work;
    }

    [Fact]
    public async Task AWakingThatComesTooLateHitsNobody()
    {
        // Whoever waits goes on by itself now and then just as it is woken; the pool's thread then does something else.
        for (var i = 0; i < 200; i++)
        {
            var work = StartAsync(1, () => new ManualResetEventSlim().Wait(1, CancellationToken.None));
            while (!work.IsCompleted)
                _cell.Wake();
            if (await Record.ExceptionAsync(() => work) is { } woken)
                Assert.IsType<ThreadInterruptedException>(woken);
            await Task.Run(() => new ManualResetEventSlim().Wait(1, CancellationToken.None), Notebook.Test);
        }
    }

    private Task StartAsync(int tasks, Action work) =>
        Inside(() => Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(work))));

    private Task Inside(Func<Task> start) => Inside(_cell, start);

    private static async Task Inside(CellThreads cell, Func<Task> start)
    {
        cell.Enter();
        await start();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5, Notebook.Test);
    }
}
