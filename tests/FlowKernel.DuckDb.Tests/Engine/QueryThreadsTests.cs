namespace FlowKernel.DuckDb.Tests.Engine;

public sealed class QueryThreadsTests
{
    [Fact]
    public async Task WorkThatWaitsForOtherWorkDoesNotHoldItUp()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => QueryThreads.RunAsync(
            () => QueryThreads.RunAsync(() => i, TestContext.Current.CancellationToken)
                .GetAwaiter().GetResult(),
            TestContext.Current.CancellationToken)));
        Assert.Equal(Enumerable.Range(0, 8), results);
    }

    [Fact]
    public async Task WhatAwaitsWorkMayBlockWhileOtherWorkRuns()
    {
        using var second = new ManualResetEventSlim();
        var first = Task.Run(async () =>
        {
            await QueryThreads.RunAsync(() => 1, CancellationToken.None);
            second.Wait(TestContext.Current.CancellationToken);
        }, TestContext.Current.CancellationToken);
        await QueryThreads.RunAsync(() => 2, CancellationToken.None);
        second.Set();
        await first;
    }

    [Fact]
    public async Task CancelledWorkIsACancelledTask()
    {
        using var cancellation = new CancellationTokenSource();
        var task = QueryThreads.RunAsync<int>(
            () =>
            {
                cancellation.Cancel();
                throw new OperationCanceledException();
            },
            cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.True(task.IsCanceled);
        Assert.True(QueryThreads.RunAsync(() => 1, cancellation.Token) is { } late && await IsCanceledAsync(late));
    }

    [Fact]
    public async Task CancelledWorkThatDoesNotEndIsNotWaitedFor()
    {
        using var cancellation = new CancellationTokenSource();
        var (begun, end, ended) = (Signal(), Signal(), Signal());
        var task = QueryThreads.RunAsync(
            () =>
            {
                begun.SetResult();
                while (!end.Task.IsCompleted)
                    Thread.Yield();
                ended.SetResult();
                return 1;
            },
            cancellation.Token);
        await begun.Task;
        await cancellation.CancelAsync();
        Assert.True(await IsCanceledAsync(task));
        Assert.False(ended.Task.IsCompleted);
        end.SetResult();
        await ended.Task;
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void AnInstanceWaitsForWhatItsQueriesStillDo()
    {
        var running = new RunningQueries();
        var ended = false;
        var query = running.Enter();
        using var never = new ManualResetEvent(false);
        var thread = new Thread(() =>
        {
            never.WaitOne(50);
            ended = true;
            query.Dispose();
        });
        thread.Start();
        running.Wait(TimeSpan.FromMinutes(1));
        Assert.True(ended);
        using (running.Enter())
            running.Wait(TimeSpan.Zero);
    }

    [Fact]
    public async Task OtherFailuresComeAsTheyAre() => await Assert.ThrowsAsync<TimeoutException>(
        () => QueryThreads.RunAsync<int>(() => throw new TimeoutException(), CancellationToken.None));

    [Fact]
    public async Task AWakingThatComesTooLateHurtsNoOtherWork()
    {
        var thread = await ElsewhereAsync(QueryThreads.RunAsync(() => Thread.CurrentThread, CancellationToken.None));
        for (var i = 0; i < 20; i++)
        {
            thread.Interrupt();
            await Task.Delay(1, TestContext.Current.CancellationToken);
            Assert.Equal(i, await ElsewhereAsync(QueryThreads.RunAsync(() => i, CancellationToken.None)));
        }
    }

    /// <summary>Awaits work without going on on its thread, which is idle then.</summary>
    private static async Task<T> ElsewhereAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        return await work;
    }

    private static async Task<bool> IsCanceledAsync(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCanceled;
    }
}
