using System.Globalization;

namespace FlowKernel.FlowLogs.Aggregation;

/// <summary>The distinct source ports of a group, up to a limit so that a busy pair cannot fill the memory.</summary>
public sealed class SourcePorts
{
    /// <summary>How many ports are kept.</summary>
    public const int Limit = 100;

    private ushort[] _ports = [];
    private int _count;

    /// <summary>Adds a port, unless it is there or the limit is reached.</summary>
    public void Add(ushort port)
    {
        var found = Array.BinarySearch(_ports, 0, _count, port);
        if (found >= 0 || _count == Limit)
            return;
        if (_count == _ports.Length)
            Array.Resize(ref _ports, Math.Max(4, _count * 2));
        Array.Copy(_ports, ~found, _ports, ~found + 1, _count - ~found);
        _ports[~found] = port;
        _count++;
    }

    /// <summary>The ports, ascending, pipe-separated.</summary>
    public override string ToString() =>
        string.Join('|', _ports.Take(_count).Select(p => p.ToString(CultureInfo.InvariantCulture)));
}
