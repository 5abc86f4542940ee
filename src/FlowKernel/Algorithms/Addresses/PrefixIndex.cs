namespace FlowKernel.Algorithms.Addresses;

/// <summary>Prefixes by length and first bits, so that an address asks once for each length that there is.</summary>
internal sealed class PrefixIndex
{
    private readonly List<(int Length, ILookup<UInt128, string> ByBits)> _lengths;
    private readonly List<Prefix> _all;

    /// <summary>Puts the prefixes in order.</summary>
    public PrefixIndex(IEnumerable<Prefix> prefixes)
    {
        _all = [.. prefixes];
        _lengths = [.. _all.GroupBy(p => p.Length).Select(g => (g.Key, g.ToLookup(p => p.Masked(g.Key), p => p.Text)))];
    }

    /// <summary>The texts of the prefixes that an address matches.</summary>
    public IEnumerable<string> Matches(Prefix address)
    {
        foreach (var (length, byBits) in _lengths)
        {
            var found = length <= address.Length
                ? byBits[address.Masked(length)]
                : _all.Where(p => p.Length == length && p.Masked(address.Length) == address.Masked(address.Length))
                    .Select(p => p.Text);
            foreach (var text in found)
                yield return text;
        }
    }
}
