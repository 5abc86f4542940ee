using Apache.Arrow;
using FlowKernel.Results;
using ArrowSchema = Apache.Arrow.Schema;

namespace FlowKernel.Arrow;

/// <summary>A table with the Arrow type of each column; its rows become record batches.</summary>
internal sealed class ArrowTable
{
    private readonly IReadOnlyList<ArrowColumn> _columns;

    /// <summary>Chooses the types, for all rows.</summary>
    public ArrowTable(KqlTable table)
    {
        _columns = [.. table.Columns.Zip(table.Vectors, ArrowColumns.Of)];
        Schema = new ArrowSchema(_columns.Select(c => c.Field), null);
    }

    /// <summary>The columns' names and types.</summary>
    public ArrowSchema Schema { get; }

    /// <summary>Some rows as a batch.</summary>
    public RecordBatch Batch(int start, int length) =>
        new(Schema, _columns.Select(c => c.Build(start, length)), length);
}
