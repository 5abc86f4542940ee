using DuckDB.NET.Data;
using DuckDB.NET.Native;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Results;

/// <summary>Runs a statement and reads its rows, a chunk at a time, straight from DuckDB's vectors.</summary>
internal static unsafe class ResultReader
{
    /// <summary>All rows; throws <see cref="EngineException"/> with what DuckDB says when it fails.</summary>
    public static KqlTable Read(DuckDBConnection connection, EmittedStatement statement, CancellationToken cancellation)
    {
        using var prepared = Prepare(connection, statement.Sql);
        var state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(prepared, out var result);
        try
        {
            if (state == DuckDBState.Error)
                throw Failure(ref result);
            return Read(ref result, statement, cancellation);
        }
        finally
        {
            NativeMethods.Query.DuckDBDestroyResult(ref result);
        }
    }

    private static DuckDBPreparedStatement Prepare(DuckDBConnection connection, string sql)
    {
        var state = NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, sql, out var prepared);
        if (state == DuckDBState.Success)
            return prepared;
        using (prepared)
            throw new EngineException(NativeMethods.PreparedStatements.DuckDBPrepareError(prepared));
    }

    private static KqlTable Read(ref DuckDBResult result, EmittedStatement statement, CancellationToken cancellation)
    {
        var readers = new ColumnReader[statement.Columns.Count];
        for (var c = 0; c < readers.Length; c++)
        {
            ColumnTypes.Check(NativeMethods.Query.DuckDBColumnType(ref result, c), statement.Columns[c]);
            readers[c] = ColumnReader.For(statement.Columns[c].Type, Scale(ref result, c, statement.Columns[c].Type));
        }

        var limit = new ReadLimit(statement.Limits);
        while (limit.Reached is null)
        {
            cancellation.ThrowIfCancellationRequested();
            using var chunk = NativeMethods.Query.DuckDBFetchChunk(result);
            if (chunk.IsInvalid)
                break;
            Append(chunk, readers, limit.Admit((int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk)));
            limit.Weigh(readers);
        }

        if (NativeMethods.Query.DuckDBResultError(ref result) is { Length: > 0 })
            throw Failure(ref result);
        return new KqlTable(statement.Columns, [.. readers.Select(r => r.Finish())], statement.Name)
        {
            Cut = limit.Reached,
        };
    }

    private static int Scale(ref DuckDBResult result, int column, KqlType type)
    {
        if (type != KqlType.Decimal)
            return 0;
        using var logical = NativeMethods.Query.DuckDBColumnLogicalType(ref result, column);
        return NativeMethods.LogicalType.DuckDBDecimalScale(logical);
    }

    private static void Append(DuckDBDataChunk chunk, ColumnReader[] readers, int count)
    {
        for (var c = 0; c < readers.Length; c++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, c);
            readers[c].Append(
                NativeMethods.Vectors.DuckDBVectorGetData(vector),
                NativeMethods.Vectors.DuckDBVectorGetValidity(vector), count);
        }
    }

    private static EngineException Failure(ref DuckDBResult result) =>
        new(NativeMethods.Query.DuckDBResultError(ref result));
}
