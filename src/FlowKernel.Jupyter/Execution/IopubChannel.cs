using System.Text;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.Execution;

/// <summary>Publishes to all front ends, and welcomes each that subscribes. Safe to call from any thread.</summary>
internal sealed class IopubChannel : IDisposable
{
    private const byte Subscribe = 1;
    private readonly MessageWriter _writer;
    private readonly SocketLoop _loop;

    public IopubChannel(XPublisherSocket socket, MessageWriter writer)
    {
        _writer = writer;
        _loop = new SocketLoop("flowkernel iopub", socket, Welcome);
    }

    /// <summary>Starts to welcome front ends and to publish.</summary>
    public void Start() => _loop.Start();

    /// <summary>
    /// Publishes a message that belongs to the request with this header; empty for none. Who has subscribed by now is
    /// welcomed first: a front end takes the welcome for the beginning.
    /// </summary>
    public void Publish(IMessageContent content, ReadOnlyMemory<byte> parent) =>
        _loop.SendAfterReceived(Frames(content, parent, Encoding.ASCII.GetBytes(content.Type)));

    public void Dispose() => _loop.Dispose();

    private void Welcome(List<byte[]> frames)
    {
        if (frames is not [[Subscribe, .. var topic]])
            return;
        _loop.Send(Frames(new IopubWelcome(Encoding.UTF8.GetString(topic)), default, topic));
    }

    private byte[][] Frames(IMessageContent content, ReadOnlyMemory<byte> parent, byte[] topic) =>
        [topic, .. _writer.Write(content, parent).Frames];
}
