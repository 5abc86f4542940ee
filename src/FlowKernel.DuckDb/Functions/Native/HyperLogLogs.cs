using System.Numerics;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Sketches of distinct values. Few are kept as their hashes, and counted exactly; many become the registers of
/// HyperLogLog, estimated as O. Ertl does (https://arxiv.org/abs/1702.01284, algorithm 6).
/// </summary>
internal static class HyperLogLogs
{
    private const int MostHashes = 8192;

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, long>("kql_hll", (hashes, bits) =>
            Merge([new Sketch((int)bits, [.. ArrayFunctions.Items(hashes)!.Select(h => h.GetInt64())], null)])),
        NativeFunction.Json<string>("kql_hll_merge", sketches => Merge(
            [.. ArrayFunctions.Items(sketches)!.Select(Read).OfType<Sketch>()])),
        NativeFunction.Value<string, long>("kql_dcount_hll", json =>
            Read(JsonText.Parse(json)) is { } sketch ? Count(sketch) : null),
        NativeFunction.Value<string, long>("kql_common_values_or_null", sketches => Common(
            [.. ArrayFunctions.Items(sketches)!.Select(Read)])),
    ];

    /// <summary>The sketch of what any of them has seen, at the least accuracy among them.</summary>
    private static string Merge(Sketch[] sketches)
    {
        var bits = sketches.Select(s => s.Bits).DefaultIfEmpty(14).Min();
        var hashes = sketches.SelectMany(s => s.Hashes).ToHashSet();
        var registers = sketches.Where(s => s.Registers is not null).ToArray();
        if (registers.Length == 0 && hashes.Count <= MostHashes)
            return $"[[{JsonText.Number(bits)}],{JsonText.ArrayOfTexts(hashes.Order().Select(JsonText.Number))}]";
        var all = new byte[1 << bits];
        foreach (var hash in hashes)
            Note(all, bits, unchecked((ulong)hash));
        foreach (var sketch in registers)
            Fold(sketch.Registers!, sketch.Bits, all, bits);
        return $"[[{JsonText.Number(bits)}],{JsonText.Quote(System.Convert.ToBase64String(all))}]";
    }

    /// <summary>The first bits of a hash choose a register, which keeps the longest run of zeros behind them.</summary>
    private static void Note(byte[] registers, int bits, ulong hash)
    {
        var index = (int)(hash >> (64 - bits));
        var rank = (byte)Math.Min(64 - bits, BitOperations.LeadingZeroCount(hash << bits)) + 1;
        registers[index] = (byte)Math.Max(registers[index], rank);
    }

    /// <summary>Registers of more bits as registers of fewer: the bits between count as zeros, or end the run.</summary>
    private static void Fold(byte[] from, int fromBits, byte[] to, int toBits)
    {
        var dropped = fromBits - toBits;
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i] == 0)
                continue;
            var low = i & ((1 << dropped) - 1);
            var rank = low == 0 ? from[i] + dropped : dropped - (31 - BitOperations.LeadingZeroCount((uint)low));
            to[i >> dropped] = (byte)Math.Max(to[i >> dropped], rank);
        }
    }

    private static Sketch? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != 2
            || json[0].ValueKind != JsonValueKind.Array || json[0].GetArrayLength() != 1
            || !json[0][0].TryGetInt32(out var bits) || bits is < 4 or > 18)
            return null;
        if (json[1].ValueKind == JsonValueKind.Array)
            return new Sketch(bits, [.. json[1].EnumerateArray().Select(h => NumberText.ToLong(h) ?? 0)], null);
        return json[1].ValueKind == JsonValueKind.String && json[1].TryGetBytesFromBase64(out var registers)
            && registers.Length == 1 << bits
            ? new Sketch(bits, [], registers)
            : null;
    }

    private static long Count(Sketch sketch)
    {
        if (sketch.Registers is not { } registers)
            return sketch.Hashes.Length;
        var (size, longest) = ((double)registers.Length, 64 - sketch.Bits);
        var counts = new int[longest + 2];
        foreach (var register in registers)
            counts[register]++;
        var sum = size * Tau(1 - (counts[longest + 1] / size));
        for (var k = longest; k >= 1; k--)
            sum = 0.5 * (sum + counts[k]);
        sum += size * Sigma(counts[0] / size);
        return (long)Math.Round(size / (2 * Math.Log(2)) * size / sum);
    }

    /// <summary>How many hashes all have; null where one is no sketch, or has registers only.</summary>
    private static long? Common(Sketch?[] sketches)
    {
        if (sketches.Any(s => s?.Registers is not null || s is null))
            return null;
        var common = sketches[0]!.Hashes.ToHashSet();
        foreach (var sketch in sketches.Skip(1))
            common.IntersectWith(sketch!.Hashes);
        return common.Count;
    }

    private static double Sigma(double x)
    {
        if (x == 1)
            return double.PositiveInfinity;
        var (y, z) = (1.0, x);
        for (var before = double.NaN; z != before;)
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }

        return z;
    }

    private static double Tau(double x)
    {
        if (x is 0 or 1)
            return 0;
        var (y, z) = (1.0, 1 - x);
        for (var before = double.NaN; z != before;)
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }

        return z / 3;
    }

    private sealed record Sketch(int Bits, long[] Hashes, byte[]? Registers);
}
