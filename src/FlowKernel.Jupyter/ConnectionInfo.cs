using System.Net;

namespace FlowKernel.Jupyter;

/// <summary>Where a front end meets the kernel: what its connection file says.</summary>
public sealed record ConnectionInfo
{
    /// <summary>The loopback address that the sockets bind.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port for requests; this and every other port may be 0, which takes a free one.</summary>
    public int ShellPort { get; init; }

    /// <summary>The port for interrupt and shutdown.</summary>
    public int ControlPort { get; init; }

    /// <summary>The port for outputs, published to all front ends.</summary>
    public int IopubPort { get; init; }

    /// <summary>The port for questions to the user.</summary>
    public int StdinPort { get; init; }

    /// <summary>The port that echoes, to show that the kernel lives.</summary>
    public int HeartbeatPort { get; init; }

    /// <summary>The key that signs messages; empty for no signatures.</summary>
    public string Key { get; init; } = "";
}
