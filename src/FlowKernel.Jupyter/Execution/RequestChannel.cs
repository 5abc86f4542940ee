using System.Threading.Channels;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.Execution;

/// <summary>A socket with requests: the good ones are queued in order, answers go back on their route.</summary>
internal sealed class RequestChannel : IDisposable
{
    private readonly Channel<Message> _queue =
        Channel.CreateUnbounded<Message>(new UnboundedChannelOptions { SingleReader = true });

    private readonly string _name;
    private readonly MessageReader _reader;
    private readonly MessageWriter _writer;
    private readonly Action<string> _log;
    private readonly SocketLoop _loop;
    private long _received;

    public RequestChannel(string name, RouterSocket socket, Signature signature, MessageWriter writer, Action<string> log)
    {
        _name = name;
        _reader = new MessageReader(signature);
        _writer = writer;
        _log = log;
        _loop = new SocketLoop($"flowkernel {name}", socket, Receive);
        _loop.Start();
    }

    /// <summary>The requests, until the channel is closed.</summary>
    public IAsyncEnumerable<Message> ReadAllAsync(CancellationToken cancellation) =>
        _queue.Reader.ReadAllAsync(cancellation);

    /// <summary>Sends a message along the route of a request and gives its id.</summary>
    public string Send(IMessageContent content, Message request)
    {
        var (id, frames) = _writer.Write(content, request.Header.Json);
        _loop.Send([.. request.Identities, .. frames]);
        return id;
    }

    /// <summary>The order of the newest request that has arrived by now.</summary>
    public async Task<long> NewestAsync()
    {
        await _loop.DrainAsync();
        return Interlocked.Read(ref _received);
    }

    /// <summary>Takes no more requests; those that are queued stay.</summary>
    public void Close() => _queue.Writer.TryComplete();

    public void Dispose()
    {
        Close();
        _loop.Dispose();
    }

    private void Receive(List<byte[]> frames)
    {
        var message = _reader.Read(frames, out var refusal);
        if (message is null)
        {
            _log($"A message on {_name} was dropped: {refusal}.");
            return;
        }

        Interlocked.Exchange(ref _received, message.Order);
        _queue.Writer.TryWrite(message);
    }
}
