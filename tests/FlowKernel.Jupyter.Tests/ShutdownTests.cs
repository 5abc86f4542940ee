using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Tests;

public sealed class ShutdownTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task RepliesTellsAllFrontEndsAndEndsTheHost(bool onControl, bool restart)
    {
        await using var host = new TestHost(new FakeKernel());
        var front = host.FrontEnd;
        var socket = onControl ? front.Control : front.Shell;

        var reply = front.Ask(socket, "shutdown_request", new JsonObject { ["restart"] = restart });

        Assert.Equal("shutdown_reply", reply.Type);
        Assert.Equal(restart, (bool)reply.Content["restart"]!);
        Assert.Equal(["status", "shutdown_reply", "status"], front.UntilIdle(reply.ParentId!).Select(o => o.Type));
        Assert.Equal(restart, await host.Running);
    }

    [Fact]
    public async Task ARunningCellIsInterruptedAndItsReplyIsSent()
    {
        var kernel = new FakeKernel
        {
            Run = async (_, _, cancellation) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
                return CellResult.Done;
            },
        };
        await using var host = new TestHost(kernel);
        var front = host.FrontEnd;
        front.Execute("endless");
        while (front.Next(front.Iopub).Type != "execute_input")
        {
        }

        Assert.Equal("ok", front.Ask(front.Control, "shutdown_request").Status);
        Assert.Equal("Interrupted", (string?)front.Next(front.Shell).Content["ename"]);
        Assert.False(await host.Running);
    }

    [Fact]
    public async Task ACellThatCannotBeStoppedDoesNotKeepTheHost()
    {
        using var gate = new ManualResetEventSlim();
        var kernel = new FakeKernel
        {
            Run = (_, _, _) =>
            {
                gate.Wait(CancellationToken.None);
                return Task.FromResult(CellResult.Done);
            },
        };
        await using var host = new TestHost(kernel);
        host.FrontEnd.Execute("stubborn");
        host.FrontEnd.Ask(host.FrontEnd.Control, "shutdown_request");

        Assert.False(await host.Running.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        gate.Set();
    }

    [Fact]
    public async Task TheKernelIsDisposedWithTheHost()
    {
        var kernel = new FakeKernel();
        await using (var host = new TestHost(kernel))
            host.FrontEnd.Run("cell");

        Assert.True(kernel.Disposed);
    }
}
