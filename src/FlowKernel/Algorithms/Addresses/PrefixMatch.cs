using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Addresses;

/// <summary>
/// Pairs addresses with the prefixes that they match: two match when they agree in as many first bits as the shorter
/// of their prefix lengths says. Inputs: the texts of the addresses, and those of the prefixes, each with the address
/// as the reader gives it and its prefix length. Result: pairs of texts.
/// </summary>
public sealed class PrefixMatch(string name, PrefixReader reader) : IRowsAlgorithm
{
    private const int CheckEvery = 0xFFF;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var prefixes = new PrefixIndex(Read(inputs[1]));
        var (texts, matches) = (new List<string>(), new List<string>());
        var count = 0;
        foreach (var address in Read(inputs[0]))
        {
            if ((++count & CheckEvery) == 0)
                cancellation.ThrowIfCancellationRequested();
            foreach (var match in prefixes.Matches(address))
            {
                texts.Add(address.Text);
                matches.Add(match);
            }
        }

        return new KqlTable(
            [new KqlColumn("address", KqlType.String), new KqlColumn("prefix", KqlType.String)],
            [new ColumnVector<string>([.. texts]), new ColumnVector<string>([.. matches])]);
    }

    private IEnumerable<Prefix> Read(KqlTable table)
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            if (reader(table, row) is { } prefix)
                yield return prefix;
        }
    }
}

/// <summary>An address with its prefix length; bits below the length are 0, and IPv4 stands in the low 32 bits.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Address">The bits.</param>
/// <param name="Length">How many of <paramref name="Width"/> first bits count.</param>
/// <param name="Width">32 or 128.</param>
public readonly record struct Prefix(string Text, UInt128 Address, int Length, int Width)
{
    /// <summary>The address with all bits but the first ones 0.</summary>
    public UInt128 Masked(int length) =>
        length <= 0 ? 0 : (Address >> (Width - length)) << (Width - length);
}

/// <summary>Reads a prefix from a row: its text, its address, its length; null where the text is no address.</summary>
public delegate Prefix? PrefixReader(KqlTable table, int row);

/// <summary>How the two kinds of addresses come from SQL.</summary>
public static class PrefixReaders
{
    /// <summary>Columns: text, <c>parse_ipv4</c>, <c>ipv4_netmask_suffix</c>.</summary>
    public static Prefix? Ip4(KqlTable table, int row) => table[row, 1] is long address && table[row, 2] is long length
        ? new Prefix((string)table[row, 0]!, (UInt128)address, (int)length, 32)
        : null;

    /// <summary>Columns: text, <c>parse_ipv6</c>. An IPv4 address is one of ::ffff:0:0/96.</summary>
    public static Prefix? Ip6(KqlTable table, int row)
    {
        var (text, canonical) = ((string)table[row, 0]!, (string)table[row, 1]!);
        if (canonical.Length == 0)
            return null;
        var bits = UInt128.Parse(
            canonical.Replace(":", "", StringComparison.Ordinal), NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var length = slash < 0 ? 128 : int.Parse(text.AsSpan(slash + 1), CultureInfo.InvariantCulture);
        var isIp4 = slash >= 0 && !text.Contains(':', StringComparison.Ordinal);
        return new Prefix(text, bits, isIp4 ? length + 96 : length, 128);
    }
}
