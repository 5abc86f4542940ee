using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>
/// What DuckDB calls for an aggregate, with many groups at a time. No exception may leave them: it becomes the query's error.
/// </summary>
internal static unsafe class RankCallbacks
{
    /// <summary>The bytes of a state.</summary>
    [UnmanagedCallersOnly]
    public static ulong Size(nint info) => (ulong)sizeof(RankState);

    /// <summary>Makes a state empty.</summary>
    [UnmanagedCallersOnly]
    public static void Start(nint info, RankState* state) => *state = default;

    /// <summary>Adds rows to their groups, of whole numbers.</summary>
    [UnmanagedCallersOnly]
    public static void UpdateWholes(nint info, nint rows, RankState** states) => Update<WholeOrder>(info, rows, states);

    /// <summary>Adds rows to their groups, of reals.</summary>
    [UnmanagedCallersOnly]
    public static void UpdateReals(nint info, nint rows, RankState** states) => Update<RealOrder>(info, rows, states);

    /// <summary>Adds groups of one thread to those of another.</summary>
    [UnmanagedCallersOnly]
    public static void Combine(nint info, RankState** from, RankState** to, ulong count)
    {
        try
        {
            var arena = new ValueArena(Memory(info));
            try
            {
                for (var i = 0UL; i < count; i++)
                    to[i]->Take(ref *from[i], ref arena);
            }
            finally
            {
                arena.Dispose();
            }
        }
        catch (OutOfMemoryException)
        {
            AggregateApi.SetError(info, RankErrors.Memory);
        }
    }

    /// <summary>Gives the results of groups, of whole numbers.</summary>
    [UnmanagedCallersOnly]
    public static void FinishWholes(nint info, RankState** states, nint result, ulong count, ulong offset) =>
        Finish<WholeOrder>(info, states, result, count, offset);

    /// <summary>Gives the results of groups, of reals.</summary>
    [UnmanagedCallersOnly]
    public static void FinishReals(nint info, RankState** states, nint result, ulong count, ulong offset) =>
        Finish<RealOrder>(info, states, result, count, offset);

    /// <summary>Gives back the memory of groups.</summary>
    [UnmanagedCallersOnly]
    public static void Destroy(RankState** states, ulong count)
    {
        for (var i = 0UL; i < count; i++)
            states[i]->Free();
    }

    /// <summary>Gives back what belongs to a function, when its database closes.</summary>
    [UnmanagedCallersOnly]
    public static void Forget(nint memory) => GCHandle.FromIntPtr(memory).Free();

    private static void Update<TOrder>(nint info, nint rows, RankState** states)
        where TOrder : IValueOrder
    {
        try
        {
            var count = (int)DataChunkApi.Rows(rows);
            if (count == 0)
                return;
            var vector = DataChunkApi.Column(rows, 0);
            var fractions = DataChunkApi.Column(rows, 1);
            var values = (long*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
            var validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
            var percentages = Percentages.NumberOf(
                Encoding.UTF8.GetString(Utf8Function.Bytes((byte*)NativeMethods.Vectors.DuckDBVectorGetData(fractions))));
            var arena = new ValueArena(Memory(info));
            try
            {
                Add<TOrder>(values, validity, states, count, percentages, ref arena);
            }
            finally
            {
                arena.Dispose();
            }
        }
        catch (Exception error) when (error is OutOfMemoryException or InvalidOperationException)
        {
            AggregateApi.SetError(info, error is OutOfMemoryException ? RankErrors.Memory : error.Message);
        }
    }

    // Called for each 2048 rows: what the compiler takes for a first try would be all there is in a query of seconds.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TOrder>(
        long* values, ulong* validity, RankState** states, int count, int percentages, ref ValueArena arena)
        where TOrder : IValueOrder
    {
        for (var i = 0; i < count; i++)
        {
            if (validity is null || (validity[i >> 6] >> (i & 63) & 1) != 0)
                states[i]->Add(TOrder.Key(values[i]), percentages, ref arena);
        }
    }

    private static void Finish<TOrder>(nint info, RankState** states, nint result, ulong count, ulong offset)
        where TOrder : IValueOrder
    {
        try
        {
            RankResults.Write<TOrder>(states, result, (long)count, (long)offset, Memory(info));
        }
        catch (OutOfMemoryException)
        {
            AggregateApi.SetError(info, RankErrors.Memory);
        }
    }

    private static ValueMemory Memory(nint info) => (ValueMemory)GCHandle.FromIntPtr(AggregateApi.ExtraInfo(info)).Target!;
}
