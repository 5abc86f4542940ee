using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb;

/// <summary>Runs an algorithm once for each group of rows: those that agree in the inputs' first columns.</summary>
internal static class GroupedRows
{
    /// <summary>The rows of all runs, each after the values of its group.</summary>
    public static Outcome<KqlTable> Run(
        EmittedStage stage, IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var width = stage.GroupColumns;
        var groups = new Dictionary<RowKey, List<int>[]>();
        for (var i = 0; i < inputs.Count; i++)
            Collect(inputs[i], i, inputs.Count, width, groups, cancellation);
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (key, members) in groups)
        {
            cancellation.ThrowIfCancellationRequested();
            var parts = inputs.Select((table, i) => Part(table, members[i], width)).ToList();
            var made = stage.Algorithm.Run(parts, cancellation);
            if (!made.Succeeded)
                return made;
            for (var row = 0; row < made.Value.RowCount; row++)
                rows.Add([.. key.Values, .. made.Value.Vectors.Select(v => v[row])]);
        }

        return KqlTable.FromRows([.. stage.Columns.SkipLast(1)], rows);
    }

    private static void Collect(
        KqlTable table, int index, int inputs, int width, Dictionary<RowKey, List<int>[]> groups,
        CancellationToken cancellation)
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = new RowKey([.. table.Vectors.Take(width).Select(v => v[row])]);
            if (!groups.TryGetValue(key, out var members))
                groups.Add(key, members = [.. Enumerable.Range(0, inputs).Select(_ => new List<int>())]);
            members[index].Add(row);
        }
    }

    private static KqlTable Part(KqlTable table, List<int> rows, int width)
    {
        var columns = table.Columns.Skip(width).ToList();
        var vectors = table.Vectors.Skip(width)
            .Zip(columns, (v, c) => ColumnVectors.From(c.Type, [.. rows.Select(row => v[row])]));
        return new KqlTable(columns, [.. vectors]);
    }
}
