using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>What DuckDB's C interface has for aggregate functions, and DuckDB.NET does not hand on.</summary>
internal static unsafe partial class AggregateApi
{
    private const string Library = "duckdb";

    [LibraryImport(Library, EntryPoint = "duckdb_create_aggregate_function")]
    public static partial nint Create();

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_aggregate_function")]
    public static partial void Destroy(ref nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetName(nint function, string name);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_add_parameter")]
    public static partial void AddParameter(nint function, DuckDBLogicalType type);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_return_type")]
    public static partial void SetReturnType(nint function, DuckDBLogicalType type);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_functions")]
    public static partial void SetFunctions(
        nint function,
        delegate* unmanaged<nint, ulong> size,
        delegate* unmanaged<nint, RankState*, void> start,
        delegate* unmanaged<nint, nint, RankState**, void> update,
        delegate* unmanaged<nint, RankState**, RankState**, ulong, void> combine,
        delegate* unmanaged<nint, RankState**, nint, ulong, ulong, void> finish);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_destructor")]
    public static partial void SetDestructor(nint function, delegate* unmanaged<RankState**, ulong, void> destroy);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_extra_info")]
    public static partial void SetExtraInfo(nint function, nint extra, delegate* unmanaged<nint, void> destroy);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_get_extra_info")]
    public static partial nint ExtraInfo(nint info);

    [LibraryImport(Library, EntryPoint = "duckdb_register_aggregate_function")]
    public static partial DuckDBState Register(DuckDBNativeConnection connection, nint function);

    [LibraryImport(
        Library, EntryPoint = "duckdb_aggregate_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetError(nint info, string message);
}
