using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using NetMQ;
using NetMQ.Monitoring;

namespace FlowKernel.Jupyter.Wire;

/// <summary>
/// Lets messages arrive while a cell has taken every thread of the pool. Except on Windows .NET needs one of them to
/// pass on what a socket has received; NetMQ only puts it into a queue there, which the thread that waits for all
/// sockets can do itself. .NET lets each socket choose, though so far by reflection only
/// (<c>PreferInlineCompletions</c>); where that is missing messages arrive once the pool has a thread again.
/// </summary>
internal sealed class PoolFreeReceiving : IDisposable
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;
    private static readonly PropertyInfo? Choice = typeof(Socket).GetProperty("PreferInlineCompletions", Hidden);
    private static int _count;
    private readonly List<NetMQMonitor> _monitors = [];
    private readonly NetMQPoller _poller = [];

    /// <summary>Sees to the connections that these sockets accept; to be made before they are bound.</summary>
    public PoolFreeReceiving(params IReadOnlyList<NetMQSocket> sockets)
    {
        if (!IsPossible)
            return;
        foreach (var socket in sockets)
            Watch(socket);
        _poller.RunAsync("flowkernel connections", isBackgroundThread: true);
    }

    /// <summary>Whether this version of .NET offers the choice and this system needs it.</summary>
    public static bool IsPossible => !OperatingSystem.IsWindows() && Choice is not null;

    /// <summary>Ends it; the sockets stay as they are.</summary>
    public void Dispose()
    {
        _monitors.ForEach(m => m.Dispose());
        _poller.Dispose();
    }

    private static void Choose(AsyncIO.AsyncSocket? accepted)
    {
        if (accepted?.GetType().GetField("m_socket", Hidden)?.GetValue(accepted) is Socket socket)
            Choice!.SetValue(socket, true);
    }

    private void Watch(NetMQSocket socket)
    {
        var number = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var monitor = new NetMQMonitor(socket, "inproc://flowkernel-connections-" + number, SocketEvents.Accepted);
        monitor.Accepted += (_, accepted) => Choose(accepted.Socket);
        monitor.AttachToPoller(_poller);
        _monitors.Add(monitor);
    }
}
