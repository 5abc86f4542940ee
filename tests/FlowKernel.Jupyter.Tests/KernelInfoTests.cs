using FlowKernel.Jupyter.KernelSpec;
using FlowKernel.Jupyter.Tests.Hosting;

namespace FlowKernel.Jupyter.Tests;

public sealed class KernelInfoTests
{
    [Fact]
    public async Task NamesTheLanguageTheProtocolAndTheKernel()
    {
        await using var host = new TestHost(new FakeKernel());

        var reply = host.FrontEnd.Ask("kernel_info_request");

        Assert.Equal("kernel_info_reply", reply.Type);
        Assert.Equal("ok", reply.Status);
        Assert.Equal("5.5", (string?)reply.Content["protocol_version"]);
        Assert.Equal("flowkernel", (string?)reply.Content["implementation"]);
        Assert.NotEmpty((string)reply.Content["banner"]!);
        Assert.NotEmpty(reply.Content["help_links"]!.AsArray());
        var language = reply.Content["language_info"]!;
        Assert.Equal("C#", (string?)language["name"]);
        Assert.Equal("text/x-csharp", (string?)language["mimetype"]);
        Assert.Equal(".cs", (string?)language["file_extension"]);
        Assert.Equal("csharp", (string?)language["pygments_lexer"]);
    }

    [Fact]
    public async Task IsAnsweredWhileTheKernelIsStillBeingMade()
    {
        using var gate = new ManualResetEventSlim();
        await using var host = new TestHost(() =>
        {
            gate.Wait(TestContext.Current.CancellationToken);
            return new FakeKernel();
        });

        Assert.Equal("ok", host.FrontEnd.Ask("kernel_info_request").Status);
        gate.Set();
        Assert.Equal("ok", host.FrontEnd.Run("1").Reply.Status);
    }

    [Fact]
    public async Task IsAnsweredOnControlWhileACellRuns()
    {
        var finish = new TaskCompletionSource<Notebook.CellResult>();
        await using var host = new TestHost(new FakeKernel { Run = (_, _, _) => finish.Task });
        host.FrontEnd.Execute("long");

        Assert.Equal("ok", host.FrontEnd.Ask(host.FrontEnd.Control, "kernel_info_request").Status);

        finish.SetResult(Notebook.CellResult.Done);
        Assert.Equal("execute_reply", host.FrontEnd.Next(host.FrontEnd.Shell).Type);
    }

    [Fact]
    public async Task ASubscriberIsWelcomedBeforeAnythingElse()
    {
        await using var host = new TestHost(new FakeKernel());

        Assert.Equal("iopub_welcome", host.FrontEnd.Welcome?.Type);
        Assert.Equal("", (string?)host.FrontEnd.Welcome?.Content["subscription"]);
    }

    [Fact]
    public async Task FrontEndsThatWaitedForTheKernelAreWelcomed()
    {
        var options = new JupyterHostOptions { HistoryFolder = null };
        var ports = FreePorts.Take(5);
        var connection = new ConnectionInfo
        {
            ShellPort = ports[0],
            ControlPort = ports[1],
            IopubPort = ports[2],
            StdinPort = ports[3],
            HeartbeatPort = ports[4],
        };
        using var front = new FrontEnd(connection, awaitWelcome: false);
        var id = front.Send(front.Shell, "kernel_info_request");
        await using var host = JupyterHost.Start(connection, () => new FakeKernel(), options).OrThrow();
        using var stop = new CancellationTokenSource();
        var running = host.RunAsync(stop.Token);

        Assert.Equal(id, front.Next(front.Shell).ParentId);
        while (front.Next(front.Iopub).Type != "iopub_welcome")
        {
        }

        await stop.CancelAsync();
        Assert.False(await running);
    }
}
