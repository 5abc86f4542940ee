using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms;

/// <summary>
/// One schema from several, as <c>getschema</c> gives them. With the order kept, each column stands where it came first,
/// and one that comes again at another place is an error, which the result tells in the engine's words; else it stands
/// where it came last.
/// </summary>
public sealed class SchemaMerge(bool preserveOrder) : IRowsAlgorithm
{
    private const string OutOfOrder = "ERROR(columns are out of order)";

    /// <inheritdoc/>
    public string Name => "schema_merge";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var table = inputs[0];
        var rows = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = (string)table[row, 0]!;
            var ordinal = (long)table[row, 1]!;
            if (!rows.TryGetValue(name, out var known))
                rows.Add(name, [name, ordinal, table[row, 2], table[row, 3]]);
            else if (preserveOrder && (long)known[1]! != ordinal)
                rows[name] = [name, -1L, $"ERROR(unknown CSL type:{OutOfOrder})", OutOfOrder];
            else
                known[1] = Math.Max((long)known[1]!, ordinal);
        }

        return KqlTable.FromRows(table.Columns, [.. preserveOrder ? rows.Values : Numbered(rows.Values)]);
    }

    private static IEnumerable<object?[]> Numbered(IEnumerable<object?[]> rows) =>
        rows.OrderBy(r => (long)r[1]!).Select((r, i) => new[] { r[0], (long)i, r[2], r[3] });
}
