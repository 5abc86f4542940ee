using System.Globalization;
using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.Tests;

public sealed class IopubChannelTests
{
    [Fact]
    public async Task WhoSubscribesWhileAMessageWaitsIsWelcomedBeforeIt()
    {
        var publisher = new XPublisherSocket();
        var port = publisher.BindRandomPort("tcp://127.0.0.1");
        using var channel = new IopubChannel(publisher, new MessageWriter(new Signature(""), TimeProvider.System));
        using var subscriber = new SubscriberSocket(
            string.Create(CultureInfo.InvariantCulture, $">tcp://127.0.0.1:{port}"));
        subscriber.SubscribeToAnyTopic();
        await Task.Delay(500, TestContext.Current.CancellationToken);

        channel.Publish(KernelStatus.Starting, default);
        channel.Start();

        Assert.Equal(["iopub_welcome", "status"], [Next(subscriber), Next(subscriber)]);
    }

    private static string Next(SubscriberSocket subscriber)
    {
        var frames = new List<byte[]>();
        Assert.True(subscriber.TryReceiveMultipartBytes(TimeSpan.FromSeconds(20), ref frames!), "No message came in time.");
        return new WireFormat("").Decode(frames).Type;
    }
}
