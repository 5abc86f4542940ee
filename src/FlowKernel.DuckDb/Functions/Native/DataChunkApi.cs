using System.Runtime.InteropServices;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>DuckDB's C interface to the rows that a function is called for, which DuckDB owns.</summary>
internal static partial class DataChunkApi
{
    private const string Library = "duckdb";

    /// <summary>How many rows there are.</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_size")]
    public static partial ulong Rows(nint chunk);

    /// <summary>The values of an argument.</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_vector")]
    public static partial nint Column(nint chunk, ulong index);
}
