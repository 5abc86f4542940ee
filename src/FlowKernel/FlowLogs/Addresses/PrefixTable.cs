namespace FlowKernel.FlowLogs.Addresses;

/// <summary>
/// Longest-prefix match (RFC 4632, 5.1) over IPv4 and IPv6 prefixes. Immutable and safe for many readers;
/// a lookup is a binary search over disjoint ranges, so 100,000 prefixes cost about 17 comparisons.
/// </summary>
/// <typeparam name="T">What a prefix stands for.</typeparam>
public sealed class PrefixTable<T>
{
    private readonly PrefixRanges<T> _v4;
    private readonly PrefixRanges<T> _v6;

    /// <summary>A table of prefixes; of equal prefixes the first one given counts.</summary>
    public PrefixTable(IEnumerable<KeyValuePair<IpPrefix, T>> entries)
    {
        var distinct = entries.DistinctBy(e => e.Key).ToList();
        Count = distinct.Count;
        _v4 = new PrefixRanges<T>(distinct.Where(e => e.Key.Network.IsV4));
        _v6 = new PrefixRanges<T>(distinct.Where(e => !e.Key.Network.IsV4));
    }

    /// <summary>A table that matches nothing.</summary>
    public static PrefixTable<T> Empty { get; } = new([]);

    /// <summary>How many distinct prefixes there are.</summary>
    public int Count { get; }

    /// <summary>The longest prefix that holds the address, with its value; false when none does.</summary>
    public bool TryMatch(IpNumber address, out IpPrefix prefix, out T value) =>
        (address.IsV4 ? _v4 : _v6).TryMatch(address, out prefix, out value);

    /// <summary>The value of the longest prefix that holds the address; false when none does.</summary>
    public bool TryMatch(IpNumber address, out T value) => TryMatch(address, out _, out value);
}
