using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FlowKernel.Diagnostics;
using FlowKernel.Jupyter.Wire;
using FlowKernel.Text;
using NetMQ;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.Execution;

/// <summary>The sockets of a kernel, bound to their ports, before anything listens to them.</summary>
internal sealed record BoundSockets(
    ConnectionInfo Connection,
    RouterSocket Shell,
    RouterSocket Control,
    RouterSocket Stdin,
    XPublisherSocket Iopub,
    ResponseSocket Heartbeat) : IDisposable
{
    private PoolFreeReceiving? _receiving;

    /// <summary>Binds all, or none and says which port failed.</summary>
    public static Outcome<BoundSockets> Bind(ConnectionInfo wanted)
    {
        var sockets = new BoundSockets(wanted, Router(), Router(), Router(), Publisher(), new ResponseSocket());
        NetMQSocket[] all = [sockets.Shell, sockets.Control, sockets.Stdin, sockets.Iopub, sockets.Heartbeat];
        sockets._receiving = new PoolFreeReceiving(all);
        int[] ports = [wanted.ShellPort, wanted.ControlPort, wanted.StdinPort, wanted.IopubPort, wanted.HeartbeatPort];
        for (var i = 0; i < all.Length; i++)
        {
            if (TryBind(all[i], wanted.Address, ref ports[i]))
                continue;
            sockets.Dispose();
            Array.ForEach(all, socket => socket.Dispose());
            return PortInUse(ports[i]);
        }

        return sockets with { Connection = WithPorts(wanted, ports) };
    }

    /// <summary>Lets go of what watches the sockets; they themselves belong to their channels.</summary>
    public void Dispose() => _receiving?.Dispose();

    private static ConnectionInfo WithPorts(ConnectionInfo wanted, int[] ports) => wanted with
    {
        ShellPort = ports[0],
        ControlPort = ports[1],
        StdinPort = ports[2],
        IopubPort = ports[3],
        HeartbeatPort = ports[4],
    };

    private static Diagnostic PortInUse(int port) => new(
        "FK0806",
        string.Create(CultureInfo.InvariantCulture, $"Port {port} of the connection file cannot be bound."),
        new TextSpan(0, 0),
        "Another process uses it; start the kernel again to get other ports.");

    /// <summary>A front end that lost its connection comes back under its identity and takes its route over.</summary>
    private static RouterSocket Router()
    {
        var socket = new RouterSocket();
        socket.Options.RouterHandover = true;
        socket.Options.SendHighWatermark = 0;
        return socket;
    }

    /// <summary>Without a high-water mark, since beyond one a publisher drops messages, and with them "idle".</summary>
    private static XPublisherSocket Publisher()
    {
        var socket = new XPublisherSocket();
        socket.Options.XPubVerbose = true;
        socket.Options.SendHighWatermark = 0;
        return socket;
    }

    private static bool TryBind(NetMQSocket socket, IPAddress address, ref int port)
    {
        socket.Options.IPv4Only = address.AddressFamily == AddressFamily.InterNetwork;
        var host = $"tcp://{new IPEndPoint(address, 0).ToString()[..^2]}";
        try
        {
            if (port == 0)
                port = socket.BindRandomPort(host);
            else
                socket.Bind(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"));
            return true;
        }
        catch (Exception e) when (e is NetMQException or SocketException)
        {
            return false;
        }
    }
}
