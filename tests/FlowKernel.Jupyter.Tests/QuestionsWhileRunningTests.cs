using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Tests;

public sealed class QuestionsWhileRunningTests
{
    [Theory]
    [InlineData("complete_request")]
    [InlineData("inspect_request")]
    [InlineData("is_complete_request")]
    [InlineData("kernel_info_request")]
    [InlineData("comm_info_request")]
    public async Task AnEditorsQuestionIsAnsweredWhileACellRuns(string type)
    {
        var end = new TaskCompletionSource<CellResult>();
        await using var host = new TestHost(new FakeKernel { Run = (_, _, _) => end.Task });
        var front = host.FrontEnd;
        var cell = front.Execute("endless");
        var queued = front.Execute("next");

        var reply = front.Ask(type, new JsonObject { ["code"] = "x", ["cursor_pos"] = 1 });
        end.SetResult(CellResult.Done);

        Assert.Equal(type.Replace("_request", "_reply", StringComparison.Ordinal), reply.Type);
        Assert.Equal([cell, queued], [front.Next(front.Shell).ParentId, front.Next(front.Shell).ParentId]);
    }

    [Fact]
    public async Task TheKernelSaysThatItIsStillBusyAfterAnsweringAQuestion()
    {
        var end = new TaskCompletionSource<CellResult>();
        await using var host = new TestHost(new FakeKernel { Run = (_, _, _) => end.Task });
        var front = host.FrontEnd;
        var cell = front.Execute("endless");
        var question = front.Send(front.Shell, "complete_request", new JsonObject { ["code"] = "x" });
        front.UntilIdle(question);

        var next = front.Next(front.Iopub);
        end.SetResult(CellResult.Done);

        Assert.Equal((cell, "busy"), (next.ParentId, next.State));
        Assert.Equal("idle", front.UntilIdle(cell)[^1].State);
    }

    [Fact]
    public async Task AQuestionBehindAShortCellSeesWhatTheCellDid()
    {
        var ran = false;
        await using var host = new TestHost(new FakeKernel
        {
            Run = (_, _, _) =>
            {
                ran = true;
                return Task.FromResult(CellResult.Done);
            },
            Inspect = (_, _) => MimeBundle.Plain(ran ? "after" : "before"),
        });
        var front = host.FrontEnd;
        front.Execute("short");
        front.Send(front.Shell, "inspect_request", new JsonObject { ["code"] = "x" });

        Assert.Equal("execute_reply", front.Next(front.Shell).Type);
        Assert.Equal("after", (string?)front.Next(front.Shell).Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task AfterAnInterruptThatStopsNothingTheKernelIsIdle()
    {
        await using var host = new TestHost(new FakeKernel());
        var front = host.FrontEnd;
        front.Run("cell");

        var interrupt = front.Send(front.Control, "interrupt_request");

        Assert.Equal(["busy", "idle"], front.UntilIdle(interrupt).Select(m => m.State));
    }
}
