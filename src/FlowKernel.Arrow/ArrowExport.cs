using Apache.Arrow;
using Apache.Arrow.Ipc;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Arrow;

/// <summary>
/// Results as Apache Arrow, for other tools: bool, int32, int64, float64, decimal128, utf8, timestamp in UTC, duration,
/// the extension arrow.uuid for guid, and arrow.json for dynamic. Every value is exact: times are microseconds, or
/// nanoseconds where a column holds finer ones; a decimal column has the scale of its finest value.
/// </summary>
public static class ArrowExport
{
    private const int BatchRows = 65_536;

    /// <summary>The result's first table as one record batch; dispose it after use.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">
    /// A column's values need more digits than its Arrow type has (FK1140).
    /// </exception>
    public static RecordBatch ToArrow(this FlowResult result) => result.Table.ToArrow();

    /// <inheritdoc cref="ToArrow(FlowResult)"/>
    public static RecordBatch ToArrow(this KqlTable table) => new ArrowTable(table).Batch(0, table.RowCount);

    /// <summary>
    /// Writes the result's first table as an Arrow IPC file (also known as Feather 2), whole or not at all; a file of
    /// that name is replaced.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="Diagnostics.DiagnosticException">
    /// A column's values need more digits than its Arrow type has (FK1140).
    /// </exception>
    public static void SaveArrow(this FlowResult result, string path) => result.Table.SaveArrow(path);

    /// <inheritdoc cref="SaveArrow(FlowResult, string)"/>
    public static void SaveArrow(this KqlTable table, string path)
    {
        var arrow = new ArrowTable(table);
        var unfinished = path + ".part";
        try
        {
            using (var file = File.Create(unfinished))
                Write(arrow, table.RowCount, file);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void Write(ArrowTable table, int rows, Stream stream)
    {
        using var writer = new ArrowFileWriter(stream, table.Schema, leaveOpen: true);
        writer.WriteStart();
        for (var start = 0; start < rows; start += BatchRows)
        {
            using var batch = table.Batch(start, Math.Min(BatchRows, rows - start));
            writer.WriteRecordBatch(batch);
        }

        writer.WriteEnd();
    }
}
