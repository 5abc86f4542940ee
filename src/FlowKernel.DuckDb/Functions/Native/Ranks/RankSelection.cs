using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>
/// Finds the values that would have some places if all were sorted, reading them one after the other: it counts how many
/// lie in each of 2048 ranges of values, and goes on with the values of those ranges that hold a wanted place.
/// </summary>
internal static unsafe class RankSelection
{
    private const int RangeBits = 11;
    private const int Ranges = 1 << RangeBits;
    private const int Few = 4096;

    /// <summary>Finds the values at these places, from 0, in any order.</summary>
    /// <exception cref="OutOfMemoryException">Neither memory nor the disk has room for those of some ranges.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(
        ReadOnlySpan<ValueRun> runs, long count, ReadOnlySpan<long> places, Span<long> found, ValueMemory memory)
    {
        if (count <= Few)
        {
            FindAmongFew(runs, places, found);
            return;
        }

        var (least, greatest) = Extremes(runs);
        var shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)greatest - (ulong)least) - RangeBits);
        Span<long> counts = stackalloc long[Ranges];
        counts.Clear();
        Count(runs, least, shift, counts);
        Span<int> ranges = places.Length <= Few ? stackalloc int[places.Length] : new int[places.Length];
        Span<long> within = places.Length <= Few ? stackalloc long[places.Length] : new long[places.Length];
        Locate(counts, places, ranges, within);
        if (shift > 0)
        {
            FindInRanges(runs, least, shift, counts, ranges, within, found, memory);
            return;
        }

        for (var i = 0; i < places.Length; i++)
            found[i] = least + ranges[i];
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindAmongFew(ReadOnlySpan<ValueRun> runs, ReadOnlySpan<long> places, Span<long> found)
    {
        Span<long> values = stackalloc long[Few];
        var count = 0;
        foreach (var run in runs)
        {
            new ReadOnlySpan<long>(run.Start, (int)run.Length).CopyTo(values[count..]);
            count += (int)run.Length;
        }

        Span<long> ascending = places.Length <= Few ? stackalloc long[places.Length] : new long[places.Length];
        places.CopyTo(ascending);
        ascending.Sort();
        FewRanks.Arrange(values[..count], ascending);
        for (var i = 0; i < places.Length; i++)
            found[i] = values[(int)places[i]];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Least, long Greatest) Extremes(ReadOnlySpan<ValueRun> runs)
    {
        var (least, greatest) = (long.MaxValue, long.MinValue);
        foreach (var run in runs)
        {
            for (var value = run.Start; value < run.End; value++)
            {
                least = Math.Min(least, *value);
                greatest = Math.Max(greatest, *value);
            }
        }

        return (least, greatest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<ValueRun> runs, long least, int shift, Span<long> counts)
    {
        fixed (long* count = counts)
        {
            foreach (var run in runs)
            {
                for (var value = run.Start; value < run.End; value++)
                    count[((ulong)*value - (ulong)least) >> shift]++;
            }
        }
    }

    /// <summary>The range of each place, and its place there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Locate(
        ReadOnlySpan<long> counts, ReadOnlySpan<long> places, Span<int> ranges, Span<long> within)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var (range, place) = (0, places[i]);
            while (place >= counts[range])
                place -= counts[range++];
            (ranges[i], within[i]) = (range, place);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindInRanges(
        ReadOnlySpan<ValueRun> runs, long least, int shift, ReadOnlySpan<long> counts, Span<int> ranges,
        Span<long> within, Span<long> found, ValueMemory memory)
    {
        var ends = stackalloc long*[Ranges];
        new Span<nint>(ends, Ranges).Clear();
        var wanted = ranges.ToArray().Distinct().ToArray();
        // Should there be no memory for all of them, those that there are go.
        var blocks = new nint[wanted.Length];
        try
        {
            for (var i = 0; i < wanted.Length; i++)
            {
                blocks[i] = (nint)memory.Rent(ValueBlock.With(counts[wanted[i]] * sizeof(long)));
                ends[wanted[i]] = Values(blocks[i]);
            }

            Copy(runs, least, shift, ends);
            for (var i = 0; i < wanted.Length; i++)
                FindInRange(new ValueRun(Values(blocks[i]), counts[wanted[i]]), wanted[i], ranges, within, found, memory);
        }
        finally
        {
            foreach (var block in blocks.Where(b => b != 0))
                ValueBlock.Release((ValueBlock*)block);
        }
    }

    private static long* Values(nint block) => (long*)ValueBlock.Data((ValueBlock*)block);

    private static void FindInRange(
        ValueRun values, int range, ReadOnlySpan<int> ranges, ReadOnlySpan<long> within, Span<long> found,
        ValueMemory memory)
    {
        var (places, indices) = (new List<long>(), new List<int>());
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i] == range)
            {
                places.Add(within[i]);
                indices.Add(i);
            }
        }

        var some = new long[places.Count];
        Find([values], values.Length, CollectionsMarshal.AsSpan(places), some, memory);
        for (var i = 0; i < some.Length; i++)
            found[indices[i]] = some[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(ReadOnlySpan<ValueRun> runs, long least, int shift, long** ends)
    {
        foreach (var run in runs)
        {
            for (var value = run.Start; value < run.End; value++)
            {
                ref var end = ref ends[((ulong)*value - (ulong)least) >> shift];
                if (end is not null)
                    *end++ = *value;
            }
        }
    }
}
