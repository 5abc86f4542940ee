using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.Execution;

/// <summary>A socket with requests: the good ones are handed over in order, answers go back on their route.</summary>
internal sealed class RequestChannel : IDisposable
{
    private readonly string _name;
    private readonly MessageReader _reader;
    private readonly MessageWriter _writer;
    private readonly Action<string> _log;
    private readonly SocketLoop _loop;
    private Action<Message> _received = _ => { };
    private long _newest;

    public RequestChannel(
        string name, RouterSocket socket, Signature signature, MessageWriter writer, Action<string> log)
    {
        _name = name;
        _reader = new MessageReader(signature);
        _writer = writer;
        _log = log;
        _loop = new SocketLoop($"flowkernel {name}", socket, Receive);
    }

    /// <summary>Starts to receive; messages are handed over on the channel's own thread.</summary>
    public void Start(Action<Message> received)
    {
        _received = received;
        _loop.Start();
    }

    /// <summary>Sends a message along the route of a request and gives its id.</summary>
    public string Send(IMessageContent content, Message request)
    {
        var (id, frames) = _writer.Write(content, request.Header.Json);
        _loop.Send([.. request.Identities, .. frames]);
        return id;
    }

    /// <summary>The order of the newest message that has been handed over.</summary>
    public long Newest => Interlocked.Read(ref _newest);

    /// <summary>The order of the newest message that has arrived by now; all up to it have been handed over.</summary>
    public async Task<long> NewestAsync()
    {
        await _loop.DrainAsync();
        return Newest;
    }

    public void Dispose() => _loop.Dispose();

    private void Receive(List<byte[]> frames)
    {
        var message = _reader.Read(frames, out var refusal);
        if (message is null)
        {
            _log($"A message on {_name} was dropped: {refusal}.");
            return;
        }

        Interlocked.Exchange(ref _newest, message.Order);
        _received(message);
    }
}
