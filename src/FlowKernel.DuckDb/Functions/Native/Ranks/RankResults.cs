using DuckDB.NET.Native;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>Writes the values at the fractions of groups into a vector of lists.</summary>
internal static unsafe class RankResults
{
    /// <summary>The groups' lists, from a row on; null for a group without values.</summary>
    public static void Write<TOrder>(RankState** states, nint result, long count, long offset, ValueMemory memory)
        where TOrder : IValueOrder
    {
        var size = NativeMethods.Vectors.DuckDBListVectorGetSize(result);
        var more = 0L;
        for (var i = 0L; i < count; i++)
            more += Length(states[i]);
        NativeMethods.Vectors.DuckDBListVectorReserve(result, (ulong)(size + more));
        NativeMethods.Vectors.DuckDBListVectorSetSize(result, (ulong)(size + more));

        var child = NativeMethods.Vectors.DuckDBListVectorGetChild(result);
        var values = (long*)NativeMethods.Vectors.DuckDBVectorGetData(child);
        var entries = (ListEntry*)NativeMethods.Vectors.DuckDBVectorGetData(result) + offset;
        for (var i = 0L; i < count; i++)
        {
            var length = Length(states[i]);
            entries[i] = new ListEntry((ulong)size, (ulong)length);
            if (length == 0)
                SetNull(result, offset + i);
            else
                Find<TOrder>(states[i], new Span<long>(values + size, length), memory);
            size += length;
        }
    }

    private static int Length(RankState* state) => state->Count == 0 ? 0 : Percentages.Of(state->Percentages).Length;

    private static void Find<TOrder>(RankState* state, Span<long> found, ValueMemory memory)
        where TOrder : IValueOrder
    {
        var fractions = Percentages.Of(state->Percentages);
        Span<long> places = stackalloc long[fractions.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = Percentages.Rank(fractions[i], state->Count);

        var few = stackalloc long[RankState.MostInside];
        var newest = state->Values(new Span<long>(few, RankState.MostInside));
        if (newest is null)
            RankSelection.Find([new ValueRun(few, state->Count)], state->Count, places, found, memory);
        else
            RankSelection.Find(Runs(newest), state->Count, places, found, memory);
        for (var i = 0; i < found.Length; i++)
            found[i] = TOrder.Bits(found[i]);
    }

    private static ValueRun[] Runs(ValueChunk* newest)
    {
        var count = 0;
        for (var chunk = newest; chunk is not null; chunk = chunk->Earlier)
            count++;
        var runs = new ValueRun[count];
        for (var chunk = newest; chunk is not null; chunk = chunk->Earlier)
            runs[--count] = new ValueRun(ValueChunk.Values(chunk), chunk->Length);
        return runs;
    }

    private static void SetNull(nint vector, long row)
    {
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
        NativeMethods.Vectors.DuckDBVectorGetValidity(vector)[row >> 6] &= ~(1UL << (int)(row & 63));
    }

    private readonly record struct ListEntry(ulong Offset, ulong Length);
}
