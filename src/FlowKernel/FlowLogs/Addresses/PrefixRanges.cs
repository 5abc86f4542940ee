namespace FlowKernel.FlowLogs.Addresses;

/// <summary>
/// The prefixes of one address family, flattened: range i starts at <c>_starts[i]</c>, ends before the next start,
/// and belongs to the innermost prefix there, or to none (<c>-1</c>).
/// </summary>
internal sealed class PrefixRanges<T>
{
    private readonly UInt128[] _starts;
    private readonly int[] _owners;
    private readonly KeyValuePair<IpPrefix, T>[] _entries;

    public PrefixRanges(IEnumerable<KeyValuePair<IpPrefix, T>> entries)
    {
        _entries = [.. entries.OrderBy(e => e.Key.Network).ThenBy(e => e.Key.Length)];
        var ranges = Flatten();
        _starts = [.. ranges.Select(r => r.Start)];
        _owners = [.. ranges.Select(r => r.Owner)];
    }

    public bool TryMatch(IpNumber address, out IpPrefix prefix, out T value)
    {
        var found = Array.BinarySearch(_starts, address.Bits);
        var range = found >= 0 ? found : ~found - 1;
        var owner = range >= 0 ? _owners[range] : -1;
        (prefix, value) = owner >= 0 ? (_entries[owner].Key, _entries[owner].Value) : (default, default!);
        return owner >= 0;
    }

    // Two prefixes are disjoint or nested, so a stack of the open ones is enough.
    private List<(UInt128 Start, int Owner)> Flatten()
    {
        var ranges = new List<(UInt128 Start, int Owner)>(_entries.Length * 2);
        var open = new Stack<int>();
        for (var i = 0; i < _entries.Length; i++)
        {
            CloseBefore(_entries[i].Key.Network.Bits, open, ranges);
            Begin(_entries[i].Key.Network.Bits, i, ranges);
            open.Push(i);
        }

        CloseBefore(UInt128.MaxValue, open, ranges);
        return ranges;
    }

    private void CloseBefore(UInt128 next, Stack<int> open, List<(UInt128 Start, int Owner)> ranges)
    {
        while (open.TryPeek(out var top) && _entries[top].Key.Last.Bits < next)
        {
            open.Pop();
            Begin(_entries[top].Key.Last.Bits + 1, open.TryPeek(out var outer) ? outer : -1, ranges);
        }
    }

    private static void Begin(UInt128 start, int owner, List<(UInt128 Start, int Owner)> ranges)
    {
        if (ranges.Count > 0 && ranges[^1].Start == start)
            ranges.RemoveAt(ranges.Count - 1);
        ranges.Add((start, owner));
    }
}
