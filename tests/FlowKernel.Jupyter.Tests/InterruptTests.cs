using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Jupyter.Wire;
using FlowKernel.Notebook;
using FlowKernel.Session;

namespace FlowKernel.Jupyter.Tests;

public sealed class InterruptTests
{
    private static readonly FakeKernel Endless = new()
    {
        Run = async (cell, output, cancellation) =>
        {
            if (cell.Code != "endless")
                return CellResult.Done;
            output.Display(MimeBundle.Plain("running"));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return CellResult.Done;
        },
    };

    [Fact]
    public async Task StopsTheRunningCellAndTheQueueBehindIt()
    {
        await using var host = new TestHost(Endless);
        var front = host.FrontEnd;
        var id = front.Execute("endless");
        WaitUntilRunning(front);
        front.Execute("queued");
        await host.ShellArrivedAsync();

        var interrupt = front.Ask(front.Control, "interrupt_request");
        var reply = front.Next(front.Shell);

        Assert.Equal("interrupt_reply", interrupt.Type);
        Assert.Equal("ok", interrupt.Status);
        Assert.Equal(id, reply.ParentId);
        Assert.Equal("Interrupted", (string?)reply.Content["ename"]);
        Assert.Equal("The cell was interrupted.", (string?)reply.Content["evalue"]);
        Assert.Equal("aborted", front.Next(front.Shell).Status);
        Assert.Equal("ok", front.Run("next").Reply.Status);
    }

    [Fact]
    public async Task ReachesACellThatHasArrivedAndStillWaitsForAQuestionBeforeIt()
    {
        using var gate = new ManualResetEventSlim();
        await using var host = new TestHost(new FakeKernel
        {
            Run = Endless.Run,
            Complete = (_, offset) =>
            {
                gate.Wait(TestContext.Current.CancellationToken);
                return CompletionList.None(offset);
            },
        });
        var front = host.FrontEnd;
        front.Send(front.Shell, "complete_request", new JsonObject { ["code"] = "x", ["cursor_pos"] = 1 });
        var id = front.Execute("endless");
        await host.ShellArrivedAsync();
        front.Ask(front.Control, "interrupt_request");

        var reply = front.Next(front.Shell);
        gate.Set();

        Assert.Equal((id, "Interrupted"), (reply.ParentId, (string?)reply.Content["ename"]));
    }

    [Fact]
    public async Task WithoutARunningCellNothingIsStopped()
    {
        await using var host = new TestHost(new FakeKernel());

        Assert.Equal("ok", host.FrontEnd.Ask(host.FrontEnd.Control, "interrupt_request").Status);
        Assert.Equal("ok", host.FrontEnd.Run("next").Reply.Status);
    }

    [Fact]
    public async Task ReachesACellThatHasTakenAllThreadsOfThePool()
    {
        using var gate = new ManualResetEventSlim();
        await using var host = new TestHost(new FakeKernel
        {
            Run = async (_, output, cancellation) =>
            {
                await using var stop = cancellation.Register(gate.Set);
                output.Display(MimeBundle.Plain("running"));
                // From a thread of the pool they do not stand before what this test's own front end receives.
                await Task.Run(
                    () => Parallel.For(0, 100, _ => gate.Wait(CancellationToken.None)), CancellationToken.None);
                return FakeKernel.Fail("Stopped");
            },
        });
        host.FrontEnd.Execute("hungry");
        WaitUntilRunning(host.FrontEnd);

        Assert.Equal("ok", host.FrontEnd.Ask(host.FrontEnd.Control, "interrupt_request").Status);
        Assert.True(gate.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.Equal("Stopped", (string?)host.FrontEnd.Next(host.FrontEnd.Shell).Content["ename"]);
    }

    [Fact]
    public void ThisVersionOfDotNetReceivesWithoutThePool() =>
        Assert.NotEqual(OperatingSystem.IsWindows(), PoolFreeReceiving.IsPossible);

    [Fact]
    public async Task ACellThatWritesWithoutEndStopsAndIsQuietSoon()
    {
        await using var host = new TestHost(new FakeKernel
        {
            Run = (_, output, cancellation) =>
            {
                output.Display(MimeBundle.Plain("running"));
                while (!cancellation.IsCancellationRequested)
                    output.WriteOut("all work and no play makes Jack a dull boy\n");
                return Task.FromResult(FakeKernel.Fail("Stopped"));
            },
        });
        var id = host.FrontEnd.Execute("talkative");
        WaitUntilRunning(host.FrontEnd);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        host.FrontEnd.Ask(host.FrontEnd.Control, "interrupt_request");
        var characters = host.FrontEnd.UntilIdle(id).Where(o => o.Type == "stream").Sum(o => o.Text.Length);

        Assert.InRange(characters, 1, 16 << 20);
    }

    [Fact]
    public async Task HeartbeatAnswersWhileACellRuns()
    {
        await using var host = new TestHost(Endless);
        host.FrontEnd.Execute("endless");

        NetMQ.OutgoingSocketExtensions.SendFrame(host.FrontEnd.Heartbeat, "alive?");

        var echo = NetMQ.ReceivingSocketExtensions.ReceiveFrameString(host.FrontEnd.Heartbeat);
        Assert.Equal("alive?", echo);
    }

    private static void WaitUntilRunning(FrontEnd front)
    {
        while (front.Next(front.Iopub).Type != "display_data")
        {
        }
    }
}
