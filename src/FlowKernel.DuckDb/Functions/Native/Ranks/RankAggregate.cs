using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>
/// Aggregates that give the values at some fractions of a group, in the order of the fractions: lists of BIGINT or DOUBLE;
/// null where there is no value. DuckDB's own does the same in lists that it copies as they grow: 96 million values of 20
/// groups took 1.7 to 2.1 s of the system's time so, and 0.9 s here; and each of its groups has memory outside its limit.
/// </summary>
internal static unsafe class RankAggregate
{
    /// <summary>The function of whole numbers: the value, and a constant text such as <c>0.5 0.95</c>.</summary>
    public const string OfWholes = "kql_ranked";

    /// <summary>The function of reals; NaN is the greatest of all.</summary>
    public const string OfReals = "kql_ranked_reals";

    /// <summary>Makes both known to a database, with memory for the values of their groups.</summary>
    public static void Register(DuckDBConnection connection, ValueMemory memory)
    {
        Register(connection, memory, OfWholes, DuckDBType.BigInt, &RankCallbacks.UpdateWholes, &RankCallbacks.FinishWholes);
        Register(connection, memory, OfReals, DuckDBType.Double, &RankCallbacks.UpdateReals, &RankCallbacks.FinishReals);
    }

    private static void Register(
        DuckDBConnection connection, ValueMemory memory, string name, DuckDBType value,
        delegate* unmanaged<nint, nint, RankState**, void> update,
        delegate* unmanaged<nint, RankState**, nint, ulong, ulong, void> finish)
    {
        using var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(value);
        using var text = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar);
        using var list = NativeMethods.LogicalType.DuckDBCreateListType(type);
        var function = AggregateApi.Create();
        AggregateApi.SetName(function, name);
        AggregateApi.AddParameter(function, type);
        AggregateApi.AddParameter(function, text);
        AggregateApi.SetReturnType(function, list);
        AggregateApi.SetFunctions(
            function, &RankCallbacks.Size, &RankCallbacks.Start, update, &RankCallbacks.Combine, finish);
        AggregateApi.SetDestructor(function, &RankCallbacks.Destroy);
        AggregateApi.SetExtraInfo(function, GCHandle.ToIntPtr(GCHandle.Alloc(memory)), &RankCallbacks.Forget);
        var state = AggregateApi.Register(connection.NativeConnection, function);
        AggregateApi.Destroy(ref function);
        if (state == DuckDBState.Error)
            throw new InvalidOperationException($"DuckDB does not take the aggregate {name}.");
    }
}
