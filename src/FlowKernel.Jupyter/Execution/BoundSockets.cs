using System.Net;
using System.Net.Sockets;
using FlowKernel.Diagnostics;
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
    ResponseSocket Heartbeat)
{
    /// <summary>Binds all, or none and says which port failed.</summary>
    public static Outcome<BoundSockets> Bind(ConnectionInfo wanted)
    {
        var sockets = new BoundSockets(wanted, Router(), Router(), Router(), Publisher(), new ResponseSocket());
        try
        {
            return sockets with
            {
                Connection = wanted with
                {
                    ShellPort = Bind(sockets.Shell, wanted.Address, wanted.ShellPort),
                    ControlPort = Bind(sockets.Control, wanted.Address, wanted.ControlPort),
                    StdinPort = Bind(sockets.Stdin, wanted.Address, wanted.StdinPort),
                    IopubPort = Bind(sockets.Iopub, wanted.Address, wanted.IopubPort),
                    HeartbeatPort = Bind(sockets.Heartbeat, wanted.Address, wanted.HeartbeatPort),
                },
            };
        }
        catch (Exception e) when (e is NetMQException or SocketException)
        {
            sockets.Close();
            return new Diagnostic("FK0806", $"A port of the connection file cannot be bound: {e.Message}",
                new TextSpan(0, 0), "Another process uses it; start the kernel again to get other ports.");
        }
    }

    /// <summary>A front end that lost its connection comes back under the same identity and takes the route over.</summary>
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

    private static int Bind(NetMQSocket socket, IPAddress address, int port)
    {
        socket.Options.IPv4Only = address.AddressFamily == AddressFamily.InterNetwork;
        var host = $"tcp://{new IPEndPoint(address, 0).ToString()[..^2]}";
        if (port == 0)
            return socket.BindRandomPort(host);
        socket.Bind(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{host}:{port}"));
        return port;
    }

    private void Close()
    {
        foreach (var socket in new NetMQSocket[] { Shell, Control, Stdin, Iopub, Heartbeat })
            socket.Dispose();
    }
}
