using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;
using NetMQ;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.Tests;

public sealed class HostileMessagesTests
{
    [Theory]
    [InlineData("one-frame")]
    [InlineData("a b c d e f g")]
    [InlineData("<IDS|MSG>")]
    [InlineData("<IDS|MSG>  {}")]
    [InlineData("<IDS|MSG> 00 {} {} {} {}")]
    [InlineData("  ")]
    public async Task GarbageIsDroppedAndServiceGoesOn(string spacedFrames)
    {
        var frames = spacedFrames.Split(' ');
        await using var host = new TestHost(new FakeKernel());
        var front = host.FrontEnd;

        foreach (var socket in new[] { front.Shell, front.Control, front.Stdin })
            socket.SendMultipartBytes(frames.Select(Encoding.UTF8.GetBytes));

        Assert.Equal("ok", front.Ask("kernel_info_request").Status);
        Assert.Equal("ok", front.Ask(front.Control, "kernel_info_request").Status);
        Assert.Contains(host.Log, line => line.Contains("message on shell was dropped: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]", "{}")]
    [InlineData("{", "{}")]
    [InlineData("{}", "{}")]
    [InlineData("{\"msg_id\":\"1\",\"msg_type\":\"kernel_info_request\"}", "7")]
    public async Task UnsignedSessionsDropWhatIsNotAMessage(string header, string content)
    {
        await using var host = new TestHost(new FakeKernel(), key: "");
        string[] frames = ["<IDS|MSG>", "", header, "{}", "{}", content];

        host.FrontEnd.Shell.SendMultipartBytes(frames.Select(Encoding.UTF8.GetBytes));

        Assert.Equal("ok", host.FrontEnd.Ask("kernel_info_request").Status);
        Assert.Equal(["A message on shell was dropped: its frames are not the JSON of a message."], host.Log);
    }

    [Fact]
    public async Task AWrongSignatureRunsNothing()
    {
        var kernel = new FakeKernel();
        await using var host = new TestHost(kernel);
        var frames = host.FrontEnd.Encode("execute_request", new JsonObject { ["code"] = "evil" });
        frames[1][0] ^= 1;

        host.FrontEnd.Shell.SendMultipartBytes(frames);
        host.FrontEnd.Ask("kernel_info_request");

        Assert.Empty(kernel.Cells);
        Assert.Equal(["A message on shell was dropped: its signature is wrong."], host.Log);
    }

    [Fact]
    public async Task ARecordedMessageRunsOnce()
    {
        var kernel = new FakeKernel();
        await using var host = new TestHost(kernel);
        var frames = host.FrontEnd.Encode("execute_request", new JsonObject { ["code"] = "once" });

        host.FrontEnd.Shell.SendMultipartBytes(frames);
        host.FrontEnd.Shell.SendMultipartBytes(frames);
        host.FrontEnd.Next(host.FrontEnd.Shell);
        host.FrontEnd.Ask("kernel_info_request");

        Assert.Single(kernel.Cells);
        Assert.Equal(["A message on shell was dropped: it was received before."], host.Log);
    }

    [Fact]
    public async Task RawBytesOnAPortDoNotStopTheHost()
    {
        await using var host = new TestHost(new FakeKernel());
        var connection = host.Connection;
        int[] ports = [connection.ShellPort, connection.ControlPort, connection.IopubPort, connection.HeartbeatPort];
        foreach (var port in ports)
        {
            using var client = new TcpClient("127.0.0.1", port);
            client.GetStream().Write("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8);
        }

        Assert.Equal("ok", host.FrontEnd.Run("cell").Reply.Status);
    }

    [Fact]
    public async Task AHeartbeatOfManyFramesIsEchoedAndABrokenOneDropped()
    {
        await using var host = new TestHost(new FakeKernel());
        using var broken = new DealerSocket($">tcp://127.0.0.1:{host.Connection.HeartbeatPort}");
        broken.SendMultipartBytes([1], [2]);

        host.FrontEnd.Heartbeat.SendMultipartBytes([3], [4, 5]);

        Assert.Equal([[3], [4, 5]], host.FrontEnd.Heartbeat.ReceiveMultipartBytes());
    }

    [Fact]
    public async Task AnUnknownRequestIsAnsweredWithAnError()
    {
        await using var host = new TestHost(new FakeKernel());

        var reply = host.FrontEnd.Ask("dance_request");

        Assert.Equal("dance_reply", reply.Type);
        Assert.Equal("error", reply.Status);
        Assert.Equal(
            "FlowKernel does not know messages of the type 'dance_request'.", (string?)reply.Content["evalue"]);
    }

    [Fact]
    public async Task ACellOnControlIsNotRunThere()
    {
        var kernel = new FakeKernel();
        await using var host = new TestHost(kernel);

        var reply = host.FrontEnd.Ask(host.FrontEnd.Control, "execute_request", new JsonObject { ["code"] = "1" });

        Assert.Equal(("execute_reply", "error"), (reply.Type, reply.Status));
        Assert.Empty(kernel.Cells);
    }

    [Fact]
    public async Task MembersOfTheWrongTypeCountAsAbsent()
    {
        var kernel = new FakeKernel();
        await using var host = new TestHost(kernel);
        var content = new JsonObject { ["silent"] = "yes", ["user_expressions"] = 3, ["stop_on_error"] = null };
        content["code"] = 42;

        var reply = host.FrontEnd.Ask("execute_request", content);

        Assert.Equal("ok", reply.Status);
        Assert.Equal("", Assert.Single(kernel.Cells).Code);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { (byte)'\\', (byte)'u', (byte)'d', (byte)'8', (byte)'0', (byte)'0' })]
    public async Task ACellThatIsNotUnicodeIsAnsweredWithAnError(byte[] text)
    {
        var kernel = new FakeKernel();
        await using var host = new TestHost(kernel, key: "");
        var frames = host.FrontEnd.Encode("execute_request");
        frames[^1] = [.. "{\"code\":\""u8, .. text, .. "\"}"u8];

        host.FrontEnd.Shell.SendMultipartBytes(frames);
        var reply = host.FrontEnd.Next(host.FrontEnd.Shell);

        Assert.Equal(("execute_reply", "error"), (reply.Type, reply.Status));
        Assert.Equal("A text of the message is not Unicode.", (string?)reply.Content["evalue"]);
        Assert.Empty(kernel.Cells);
        Assert.Equal("ok", host.FrontEnd.Run("cell").Reply.Status);
    }

    [Fact]
    public async Task AValueThatIsNotUnicodeIsShown()
    {
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            output.WriteOut("half \ud800 pair");
            return new CellResult { Value = MimeBundle.Plain("\udc00") };
        }));

        var (reply, outputs) = host.FrontEnd.Run("cell");

        Assert.Equal("ok", reply.Status);
        Assert.Equal("half \ufffd pair", outputs.Single(o => o.Type == "stream").Text);
    }

    [Fact]
    public async Task AHugeCellAndAHugeValueGoThrough()
    {
        const int Size = 64 << 20;
        var kernel = FakeKernel.Running(_ => new CellResult { Value = MimeBundle.Plain(new string('v', Size)) });
        await using var host = new TestHost(kernel);

        var (reply, outputs) = host.FrontEnd.Run(new string('c', Size));

        Assert.Equal("ok", reply.Status);
        Assert.Equal(Size, kernel.Cells[0].Code.Length);
        var value = outputs.Single(o => o.Type == "execute_result").Content["data"]!["text/plain"]!;
        Assert.Equal(Size, ((string)value!).Length);
    }

    [Fact]
    public async Task MessagesOutOfOrderDoNotDisturb()
    {
        var kernel = new FakeKernel { Run = async (_, output, _) => new CellResult
        {
            Value = MimeBundle.Plain(await output.AskAsync("?", password: false, CancellationToken.None)),
        } };
        await using var host = new TestHost(kernel);
        var front = host.FrontEnd;
        front.Answer("before any question");
        front.Send(front.Shell, "execute_reply");
        front.Send(front.Shell, "comm_close", new JsonObject { ["comm_id"] = "never opened" });
        front.Send(front.Stdin, "execute_request", new JsonObject { ["code"] = "on stdin" });
        front.Send(front.Control, "interrupt_request");
        Assert.Equal("ok", front.Ask("kernel_info_request").Status);

        var cell = front.Execute("ask", new JsonObject { ["allow_stdin"] = true });
        front.Next(front.Stdin);
        front.Answer("in time");
        front.Answer("twice");

        Assert.Equal("in time", (string?)front.UntilIdle(cell)
            .Single(o => o.Type == "execute_result").Content["data"]!["text/plain"]);
        Assert.Equal(["ask"], kernel.Cells.Select(c => c.Code));
    }

    [Fact]
    public async Task AnyFramesOnAnySocketLeaveTheHostAnswering()
    {
        await using var host = new TestHost(new FakeKernel(), key: "");
        var front = host.FrontEnd;
        var random = new Random(20261125);
        NetMQSocket[] sockets = [front.Shell, front.Control, front.Stdin];
        for (var i = 0; i < 1_500; i++)
            sockets[i % sockets.Length].SendMultipartBytes(RandomFrames.Of(random, front.Encode("complete_request")));

        var probe = front.Send(front.Shell, "comm_info_request");
        while (front.Next(front.Shell).ParentId != probe)
        {
        }

        using var fresh = new FrontEnd(host.Connection);
        Assert.Equal("ok", fresh.Run("cell").Reply.Status);
        Assert.Equal("ok", fresh.Ask(fresh.Control, "kernel_info_request").Status);
    }
}
