using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Tests;

public sealed class ExecuteTests
{
    [Fact]
    public async Task OutputsComeInOrderBetweenBusyAndIdle()
    {
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            output.WriteOut("a");
            output.WriteError("b");
            output.WriteOut("c");
            output.Display(MimeBundle.Plain("d"));
            output.WriteOut("e");
            return new CellResult { Value = MimeBundle.Plain("f") };
        }));

        var (_, outputs) = host.FrontEnd.Run("cell");

        Assert.Equal(
            "status execute_input stream stream stream display_data stream execute_result status",
            string.Join(' ', outputs.Select(o => o.Type)));
        Assert.Equal("busy", outputs[0].State);
        Assert.Equal("cell", (string?)outputs[1].Content["code"]);
        Assert.Equal(["stdout", "stderr", "stdout"], outputs.Skip(2).Take(3).Select(o => (string?)o.Content["name"]));
        Assert.Equal("f", (string?)outputs[7].Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task EveryMessageCarriesTheWholeHeaderOfItsRequest()
    {
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            output.WriteOut("text");
            return CellResult.Done;
        }));

        var (reply, outputs) = host.FrontEnd.Run("cell");

        Assert.All(outputs.Append(reply), message =>
        {
            Assert.Equal("execute_request", (string?)message.Parent["msg_type"]);
            Assert.Equal("front-end", (string?)message.Parent["session"]);
            Assert.Equal("2026-01-02T03:04:05.000000Z", (string?)message.Parent["date"]);
        });
    }

    [Fact]
    public async Task TheCountGrowsOnlyWithStoredCells()
    {
        var kernel = new FakeKernel();
        await using var host = new TestHost(kernel);

        JsonObject[] options = [[], new() { ["store_history"] = false }, [], new() { ["silent"] = true }];
        var counts = options.Select(o => (int)host.FrontEnd.Run("cell", o).Reply.Content["execution_count"]!);

        Assert.Equal([1, 1, 2, 2], counts);
        Assert.Equal([false, false, false, true], kernel.Cells.Select(cell => cell.Silent));
    }

    [Fact]
    public async Task ASilentCellShowsNothing()
    {
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            output.WriteOut("text");
            output.Display(MimeBundle.Plain("shown"));
            return new CellResult { Value = MimeBundle.Plain("value") };
        }));

        var (reply, outputs) = host.FrontEnd.Run("cell", new JsonObject { ["silent"] = true });

        Assert.Equal("ok", reply.Status);
        Assert.Equal(["status", "status"], outputs.Select(o => o.Type));
    }

    [Fact]
    public async Task AnErrorIsPublishedOnceAndRepeatedInTheReply()
    {
        await using var host = new TestHost(FakeKernel.Running(_ => FakeKernel.Fail("KS142", "No such column.")));

        var (reply, outputs) = host.FrontEnd.Run("cell");

        var error = Assert.Single(outputs, o => o.Type == "error");
        Assert.Equal("error", reply.Status);
        foreach (var content in new[] { error.Content, reply.Content })
        {
            Assert.Equal("KS142", (string?)content["ename"]);
            Assert.Equal("No such column.", (string?)content["evalue"]);
            Assert.Equal(["first line", "second line"], content["traceback"]!.AsArray().Select(line => (string?)line));
        }
    }

    [Fact]
    public async Task AKernelThatThrowsIsReportedAndTheNextCellRuns()
    {
        var kernel = new FakeKernel { Run = (_, _, _) => throw new InvalidOperationException("broken") };
        await using var host = new TestHost(kernel);

        var (reply, _) = host.FrontEnd.Run("cell");
        kernel.Run = (_, _, _) => Task.FromResult(CellResult.Done);

        Assert.Equal("InvalidOperationException", (string?)reply.Content["ename"]);
        Assert.Equal("ok", host.FrontEnd.Run("cell").Reply.Status);
    }

    [Fact]
    public async Task CellsQueuedBehindAFailureAreAborted()
    {
        var kernel = new FakeKernel();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var finish = new TaskCompletionSource<CellResult>();
        kernel.Run = (cell, _, _) =>
        {
            started.TrySetResult();
            return cell.Code == "fails" ? finish.Task : Task.FromResult(CellResult.Done);
        };
        await using var host = new TestHost(kernel);
        var front = host.FrontEnd;

        front.Execute("fails");
        front.Execute("second");
        front.Send(front.Shell, "kernel_info_request");
        front.Execute("third");
        await started.Task;
        await host.ShellArrivedAsync();
        finish.SetResult(FakeKernel.Fail("Oops"));

        var replies = Enumerable.Range(0, 4).Select(_ => front.Next(front.Shell)).ToArray();
        Assert.Equal(["error", "aborted", "ok", "aborted"], replies.Select(r => r.Status));
        Assert.Equal("ok", front.Run("after").Reply.Status);
        Assert.Equal(["fails", "after"], kernel.Cells.Select(c => c.Code));
    }

    [Fact]
    public async Task WithoutStopOnErrorQueuedCellsRun()
    {
        await using var host = new TestHost(new FakeKernel
        {
            Run = (cell, _, _) => Task.FromResult(cell.Code == "fails" ? FakeKernel.Fail("Oops") : CellResult.Done),
        });
        var front = host.FrontEnd;

        front.Execute("fails", new JsonObject { ["stop_on_error"] = false });
        front.Execute("second");

        Assert.Equal(["error", "ok"], new[] { front.Next(front.Shell), front.Next(front.Shell) }.Select(r => r.Status));
    }

    [Fact]
    public async Task UserExpressionsAreEvaluatedAfterTheCell()
    {
        await using var host = new TestHost(new FakeKernel
        {
            Evaluate = text => text == "bad"
                ? FakeKernel.Fail("CS0103")
                : new CellResult { Value = MimeBundle.Plain(text + "!") },
        });
        var options = new JsonObject { ["user_expressions"] = new JsonObject { ["x"] = "one", ["y"] = "bad" } };

        var expressions = host.FrontEnd.Run("cell", options).Reply.Content["user_expressions"]!;

        Assert.Equal("ok", (string?)expressions["x"]!["status"]);
        Assert.Equal("one!", (string?)expressions["x"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)expressions["y"]!["status"]);
        Assert.Equal("CS0103", (string?)expressions["y"]!["ename"]);
    }

    [Fact]
    public async Task PagesBecomePayloads()
    {
        var help = new CellResult { Pages = [MimeBundle.Plain("help")] };
        await using var host = new TestHost(FakeKernel.Running(_ => help));

        var payload = Assert.Single(host.FrontEnd.Run("?x").Reply.Content["payload"]!.AsArray())!;

        Assert.Equal("page", (string?)payload["source"]);
        Assert.Equal("help", (string?)payload["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task PagesAreOutputWhereNobodyCanBeAsked(bool allowStdin, int shown)
    {
        var help = new CellResult { Pages = [MimeBundle.Plain("help")] };
        await using var host = new TestHost(FakeKernel.Running(_ => help));

        var (reply, outputs) = host.FrontEnd.Run("?x", new JsonObject { ["allow_stdin"] = allowStdin });

        Assert.Single(reply.Content["payload"]!.AsArray());
        Assert.Equal(shown, outputs.Count(o => o.Type == "display_data"));
    }

    [Fact]
    public async Task AHugeCellAndAHugeOutputArrive()
    {
        await using var host = new TestHost(new FakeKernel
        {
            Run = (cell, _, _) => Task.FromResult(new CellResult { Value = MimeBundle.Plain(cell.Code) }),
        });
        var code = new string('x', 24 << 20);

        var (_, outputs) = host.FrontEnd.Run(code);

        Assert.Equal(code, (string?)outputs.Single(o => o.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task AKernelThatCannotBeMadeIsSaidInEveryCell()
    {
        await using var host = new TestHost(() => throw new InvalidOperationException("no engine"));

        Assert.Equal("no engine", (string?)host.FrontEnd.Run("1").Reply.Content["evalue"]);
        Assert.Equal("error", host.FrontEnd.Ask("complete_request").Status);
        Assert.Equal("error", host.FrontEnd.Run("2").Reply.Status);
    }
}
