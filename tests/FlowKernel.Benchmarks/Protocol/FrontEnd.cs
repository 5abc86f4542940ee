using System.Globalization;
using System.Text.Json;
using FlowKernel.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace FlowKernel.Benchmarks.Protocol;

/// <summary>A front end over real sockets, which waits as a notebook does: for the reply and for "idle".</summary>
internal sealed class FrontEnd : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private readonly DealerSocket _shell = new();
    private readonly DealerSocket _control = new();
    private readonly SubscriberSocket _iopub = new();
    private readonly MessageWriter _writer;
    private readonly MessageReader _shellReader;
    private readonly MessageReader _iopubReader;

    public FrontEnd(string key, int[] ports)
    {
        var signature = new Signature(key);
        _writer = new MessageWriter(signature, TimeProvider.System);
        _shellReader = new MessageReader(signature);
        _iopubReader = new MessageReader(signature);
        Connect(_shell, ports[0]);
        Connect(_control, ports[1]);
        _iopub.SubscribeToAnyTopic();
        Connect(_iopub, ports[2]);
    }

    /// <summary>Asks on shell and gives the reply's content.</summary>
    public JsonElement Ask(RawRequest request)
    {
        var id = Send(_shell, request);
        return Receive(_shell, _shellReader, m => m.ParentId == id).Content;
    }

    /// <summary>Runs a cell until its reply and its "idle" are there; throws when it fails.</summary>
    public JsonElement Run(string code)
    {
        var reply = End(Start(code));
        return reply.Text("status") == "ok"
            ? reply
            : throw new InvalidOperationException($"{code}: {reply.Text("evalue")}");
    }

    /// <summary>Sends a cell and gives the request's id.</summary>
    public string Start(string code) => Send(_shell, RawRequest.Execute(code));

    /// <summary>Waits for the reply to a cell and its "idle".</summary>
    public JsonElement End(string id)
    {
        var reply = Receive(_shell, _shellReader, m => m.ParentId == id);
        Receive(_iopub, _iopubReader, m => m.ParentId == id && m.Content.Text("execution_state") == "idle");
        return reply.Content;
    }

    /// <summary>The text of the value that a cell gives.</summary>
    public string Value(string code)
    {
        var id = Start(code);
        var result = Receive(_iopub, _iopubReader, m => m.ParentId == id && m.Header.Type == "execute_result");
        End(id);
        return result.Content.GetProperty("data").Text("text/plain")!;
    }

    /// <summary>Sends a request on control, such as an interrupt, without waiting for its reply.</summary>
    public void Tell(string type) => Send(_control, RawRequest.Plain(type));

    public void Dispose()
    {
        _shell.Dispose();
        _control.Dispose();
        _iopub.Dispose();
    }

    private static void Connect(NetMQSocket socket, int port)
    {
        socket.Options.ReconnectInterval = TimeSpan.FromMilliseconds(20);
        socket.Options.Linger = TimeSpan.FromSeconds(1);
        socket.Options.ReceiveHighWatermark = 0;
        socket.Connect(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port}"));
    }

    private static Message Receive(NetMQSocket socket, MessageReader reader, Func<Message, bool> isWanted)
    {
        while (true)
        {
            var frames = new List<byte[]>();
            if (!socket.TryReceiveMultipartBytes(Limit, ref frames!))
                throw new TimeoutException("The kernel did not answer.");
            if (reader.Read(frames, out _) is { } message && isWanted(message))
                return message;
        }
    }

    private string Send(DealerSocket socket, RawRequest request)
    {
        var (id, frames) = _writer.Write(request, default);
        socket.SendMultipartBytes(frames);
        return id;
    }
}
