using DuckDB.NET.Native;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Results;

/// <summary>The DuckDB types in which result columns arrive.</summary>
internal static class ColumnTypes
{
    private static readonly DuckDBType[] Expected =
    [
        DuckDBType.Boolean, DuckDBType.Integer, DuckDBType.BigInt, DuckDBType.Double, DuckDBType.Decimal,
        DuckDBType.Varchar, DuckDBType.Timestamp, DuckDBType.BigInt, DuckDBType.Uuid, DuckDBType.Varchar,
    ];

    /// <summary>Throws when the emitter gave a column another type than the plan says.</summary>
    public static void Check(DuckDBType type, KqlColumn column)
    {
        if (Expected[(int)column.Type] != type)
            throw new EngineException($"Internal Error: '{column.Name}' is a {column.Type.Name()} but came as {type}.");
    }
}
