using DuckDB.NET.Data;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Results;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Results;

namespace FlowKernel.DuckDb;

/// <summary>Runs the steps of a query that SQL does not express; their tables last as long as the connection.</summary>
internal static class StageRun
{
    /// <summary>Runs a step and makes its table; the diagnostics say what stopped it.</summary>
    public static IReadOnlyList<Diagnostic> Run(
        DuckDBConnection connection, EmittedStage stage, CancellationToken cancellation)
    {
        var inputs = stage.Inputs.Select(s => ResultReader.Read(connection, s, cancellation)).ToList();
        var made = stage.GroupColumns == 0
            ? stage.Algorithm.Run(inputs, cancellation)
            : GroupedRows.Run(stage, inputs, cancellation);
        if (!made.Succeeded)
            return made.Diagnostics;
        var numbers = new ColumnVector<long>([.. Enumerable.Range(0, made.Value.RowCount).Select(i => (long)i)]);
        var table = new KqlTable(stage.Columns, [.. made.Value.Vectors, numbers]);
        TableFill.Create(connection, "TEMP TABLE", stage.Table, stage.Columns, table, cancellation);
        return [];
    }
}
