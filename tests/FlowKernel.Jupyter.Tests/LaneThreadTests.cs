using FlowKernel.Jupyter.Execution;

namespace FlowKernel.Jupyter.Tests;

public sealed class LaneThreadTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatComesAfterAnAwaitRunsOnTheLane()
    {
        var names = new List<string?>();
        await LaneThread.RunAsync("lane", async () =>
        {
            names.Add(Thread.CurrentThread.Name);
            await Task.Delay(1, Test);
            names.Add(Thread.CurrentThread.Name);
            await Task.Run(() => names.Add(Thread.CurrentThread.Name), Test);
            names.Add(Thread.CurrentThread.Name);
        });
        Assert.Equal(["lane", "lane", "lane"], names.Where(n => n == "lane"));
        Assert.Equal(4, names.Count);
    }

    [Fact]
    public async Task WhatItThrowsIsInTheTask()
    {
        await Assert.ThrowsAsync<IOException>(() => LaneThread.RunAsync("lane", () => throw new IOException()));
        await Assert.ThrowsAsync<IOException>(() => LaneThread.RunAsync("lane", async () =>
        {
            await Task.Yield();
            throw new IOException();
        }));
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => LaneThread.RunAsync("lane", () => Task.Delay(-1, new CancellationToken(true))));
    }

    [Fact]
    public async Task WhatIsLeftRunningGoesOnAfterTheLaneHasEnded()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task left = Task.CompletedTask;
        await LaneThread.RunAsync("lane", () =>
        {
            left = WaitAsync();
            return Task.CompletedTask;
        });
        go.SetResult();
        await left.WaitAsync(Test);

        async Task WaitAsync() => await go.Task;
    }
}
