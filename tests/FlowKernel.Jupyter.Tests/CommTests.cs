using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;

namespace FlowKernel.Jupyter.Tests;

public sealed class CommTests
{
    [Theory]
    [InlineData("comm_open")]
    [InlineData("comm_msg")]
    public async Task ACommThatNobodyKnowsIsClosed(string type)
    {
        await using var host = new TestHost(new FakeKernel());
        var front = host.FrontEnd;

        var comm = new JsonObject { ["comm_id"] = "c1", ["target_name"] = "jupyter.widget" };
        var id = front.Send(front.Shell, type, comm);
        var outputs = front.UntilIdle(id);

        Assert.Equal(["status", "comm_close", "status"], outputs.Select(o => o.Type));
        Assert.Equal("c1", (string?)outputs[1].Content["comm_id"]);
    }

    [Fact]
    public async Task ThereAreNoOpenComms()
    {
        await using var host = new TestHost(new FakeKernel());

        var reply = host.FrontEnd.Ask("comm_info_request");

        Assert.Equal("ok", reply.Status);
        Assert.Empty(reply.Content["comms"]!.AsObject());
    }

    [Fact]
    public async Task ClosingACommIsTakenInSilence()
    {
        await using var host = new TestHost(new FakeKernel());
        var id = host.FrontEnd.Send(host.FrontEnd.Shell, "comm_close", new JsonObject { ["comm_id"] = "c1" });

        Assert.Equal(["status", "status"], host.FrontEnd.UntilIdle(id).Select(o => o.Type));
    }
}
