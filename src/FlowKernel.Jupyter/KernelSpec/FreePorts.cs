using System.Net;
using System.Net.Sockets;

namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>Finds loopback ports that nothing listens on.</summary>
internal static class FreePorts
{
    /// <summary>So many different ports, free when this returns; another process could still take one.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }
}
