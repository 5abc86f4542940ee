using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;

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
    public async Task WithoutARunningCellNothingIsStopped()
    {
        await using var host = new TestHost(new FakeKernel());

        Assert.Equal("ok", host.FrontEnd.Ask(host.FrontEnd.Control, "interrupt_request").Status);
        Assert.Equal("ok", host.FrontEnd.Run("next").Reply.Status);
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
