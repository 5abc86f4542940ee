using System.Net;
using System.Net.Sockets;
using System.Buffers.Binary;
using System.Globalization;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Turns IPv4 range tests of a column against constant prefixes into number comparisons, where the table has the
/// addresses as numbers; DuckDB then skips the row groups whose addresses lie elsewhere.
/// </summary>
internal static class Ip4Ranges
{
    private static readonly (uint First, uint Last)[] PrivateRanges =
    [
        (0x0A000000, 0x0AFFFFFF), (0xAC100000, 0xAC1FFFFF), (0xC0A80000, 0xC0A8FFFF),
    ];

    /// <summary>The columns whose number column the relation could use, under all their names.</summary>
    public static HashSet<PlanColumn> ColumnsOf(Relation relation)
    {
        var all = RelationTree.All(relation).ToList();
        var found = all.SelectMany(RelationTree.Scalars).SelectMany(ScalarTree.All).OfType<Call>()
            .Where(c => Ranges(c) is not null)
            .Select(c => ((ColumnRef)c.Arguments[0]).Column)
            .ToHashSet();
        var renames = all.OfType<Project>().SelectMany(p => p.Assignments).Where(a => a.Value is ColumnRef).ToList();
        while (renames.Count(a => found.Contains(a.Column) && found.Add(((ColumnRef)a.Value).Column)) > 0)
        {
        }

        return found;
    }

    /// <summary>The comparison, or null where this is no such call or the column has no numbers at hand.</summary>
    public static string? Emit(Call call, SelectBlock block)
    {
        if (Ranges(call) is not { } ranges || block.Find(((ColumnRef)call.Arguments[0]).Column)?.Ip4 is not { } ip4)
            return null;
        var tests = ranges.Select(r => FormattableString.Invariant($"{ip4} BETWEEN {r.First} AND {r.Last}"));
        return $"({string.Join(" OR ", tests)})";
    }

    private static List<(uint First, uint Last)>? Ranges(Call call)
    {
        if (call.Arguments.Count == 0 || call.Arguments[0] is not ColumnRef { Type: KqlType.String })
            return null;
        var prefixes = call.Arguments.Skip(1).ToList();
        return call.Function switch
        {
            "ipv4_is_private" when prefixes.Count == 0 => [.. PrivateRanges],
            "ipv4_is_in_range" when prefixes.Count == 1 => All(prefixes),
            "ipv4_is_in_any_range" when prefixes.Count > 0 => All(prefixes),
            _ => null,
        };
    }

    private static List<(uint First, uint Last)>? All(IReadOnlyList<Scalar> prefixes)
    {
        var ranges = new List<(uint First, uint Last)>();
        foreach (var prefix in prefixes)
        {
            if (prefix is not Literal { Value: string text } || !TryParse(text, out var range))
                return null;
            ranges.Add(range);
        }

        return ranges;
    }

    /// <summary>Reads <c>a.b.c.d</c> or <c>a.b.c.d/n</c>; any other form is left to the general function.</summary>
    private static bool TryParse(string prefix, out (uint First, uint Last) range)
    {
        range = default;
        var parts = prefix.Split('/');
        var bits = 32;
        if (parts.Length > 2 || parts[0].Count(c => c == '.') != 3 || !IPAddress.TryParse(parts[0], out var address)
            || address.AddressFamily != AddressFamily.InterNetwork || address.ToString() != parts[0]
            || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out bits))
            || bits > 32)
            return false;

        var mask = bits == 0 ? 0 : uint.MaxValue << (32 - bits);
        var first = BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()) & mask;
        range = (first, first | ~mask);
        return true;
    }
}
