using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.Tests.Hosting;

/// <summary>A small front end: sends requests over real sockets and collects what comes back.</summary>
internal sealed class FrontEnd : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private readonly WireFormat _wire;
    private int _count;

    public FrontEnd(ConnectionInfo connection, bool awaitWelcome = true)
    {
        _wire = new WireFormat(connection.Key);
        Shell = Dealer(connection.ShellPort);
        Control = Dealer(connection.ControlPort);
        Stdin = Dealer(connection.StdinPort);
        Heartbeat = new RequestSocket(Endpoint(connection.HeartbeatPort));
        Iopub = new SubscriberSocket(Endpoint(connection.IopubPort));
        Iopub.Options.ReceiveHighWatermark = 0;
        Iopub.SubscribeToAnyTopic();
        Welcome = awaitWelcome ? Next(Iopub) : null;
    }

    public DealerSocket Shell { get; }

    public DealerSocket Control { get; }

    public DealerSocket Stdin { get; }

    public RequestSocket Heartbeat { get; }

    public SubscriberSocket Iopub { get; }

    /// <summary>The first message that came on iopub, if it was waited for.</summary>
    public Received? Welcome { get; }

    private byte[] Identity { get; } = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N"));

    /// <summary>Sends a request and gives its id.</summary>
    public string Send(DealerSocket socket, string type, JsonObject? content = null)
    {
        var id = NewId();
        socket.SendMultipartBytes(_wire.Encode(id, type, content ?? []));
        return id;
    }

    /// <summary>The frames of a good request that has not been sent.</summary>
    public byte[][] Encode(string type, JsonObject? content = null) => _wire.Encode(NewId(), type, content ?? []);

    /// <summary>Sends an execute request and gives its id.</summary>
    public string Execute(string code, JsonObject? options = null)
    {
        var content = options ?? [];
        content["code"] = code;
        return Send(Shell, "execute_request", content);
    }

    /// <summary>Sends a request on shell and waits for its reply.</summary>
    public Received Ask(string type, JsonObject? content = null) => Ask(Shell, type, content);

    /// <summary>Sends a request and waits for its reply.</summary>
    public Received Ask(DealerSocket socket, string type, JsonObject? content = null)
    {
        var id = Send(socket, type, content);
        var reply = Next(socket);
        Assert.Equal(id, reply.ParentId);
        return reply;
    }

    /// <summary>Runs a cell to its end; gives the reply and all that was published for it.</summary>
    public (Received Reply, IReadOnlyList<Received> Outputs) Run(string code, JsonObject? options = null)
    {
        var id = Execute(code, options);
        var reply = Next(Shell);
        Assert.Equal(id, reply.ParentId);
        return (reply, UntilIdle(id));
    }

    /// <summary>What is published for a request up to and including its "idle".</summary>
    public IReadOnlyList<Received> UntilIdle(string id)
    {
        var outputs = new List<Received>();
        while (outputs is not [.., { Type: "status", State: "idle" }])
        {
            var next = Next(Iopub);
            if (next.ParentId == id)
                outputs.Add(next);
        }

        return outputs;
    }

    /// <summary>Answers a question, as front ends do: without naming it.</summary>
    public void Answer(string value) => Send(Stdin, "input_reply", new JsonObject { ["value"] = value });

    /// <summary>The next message on a socket.</summary>
    public Received Next(NetMQSocket socket)
    {
        var frames = new List<byte[]>();
        Assert.True(socket.TryReceiveMultipartBytes(Timeout, ref frames!), "No message came in time.");
        return _wire.Decode(frames);
    }

    public void Dispose()
    {
        foreach (var socket in new NetMQSocket[] { Shell, Control, Stdin, Heartbeat, Iopub })
            socket.Dispose();
    }

    private static string Endpoint(int port) => string.Create(CultureInfo.InvariantCulture, $">tcp://127.0.0.1:{port}");

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"request-{++_count}");

    private DealerSocket Dealer(int port)
    {
        var socket = new DealerSocket();
        socket.Options.Identity = Identity;
        socket.Options.Linger = TimeSpan.Zero;
        socket.Connect(Endpoint(port)[1..]);
        return socket;
    }
}
