using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Scanning;

/// <summary>
/// <c>scan</c> (https://learn.microsoft.com/kusto/query/scan-operator): rows in order, each held against all steps from
/// the last to the first.
/// </summary>
/// <param name="input">The columns of the input that come out, and after them those that only expressions read.</param>
/// <param name="visible">How many of them come out.</param>
/// <param name="declared">The declared columns, each with its default.</param>
/// <param name="steps">The steps, in order.</param>
/// <param name="withMatchId">True when the last column is the number of the match, from 0.</param>
public sealed class RowScan(
    IReadOnlyList<PlanColumn> input, int visible, IReadOnlyList<(PlanColumn Column, object? Default)> declared,
    IReadOnlyList<ScanStep> steps, bool withMatchId) : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => "scan";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var table = inputs[0];
        var layout = new ScanLayout(input, declared, steps);
        var machine = new ScanMachine(layout);
        var values = new object?[input.Count];
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var c = 0; c < values.Length; c++)
                values[c] = table.Vectors[c][row];
            machine.Take(values);
        }

        machine.End();
        return Table(machine.Rows);
    }

    private KqlTable Table(IReadOnlyList<ScanRow> rows)
    {
        var shown = input.Take(visible).Select((c, i) => (Column: c, Index: i))
            .Concat(declared.Select((d, i) => (d.Column, Index: input.Count + i)))
            .ToList();
        var columns = shown.Select(s => new KqlColumn(s.Column.Name, s.Column.Type)).ToList();
        var vectors = shown
            .Select(s => ColumnVectors.From(s.Column.Type, [.. rows.Select(r => r.Values[s.Index])])).ToList();
        if (withMatchId)
        {
            columns.Add(new KqlColumn("match_id", KqlType.Long));
            vectors.Add(new ColumnVector<long>([.. rows.Select(r => r.Match)]));
        }

        return new KqlTable(columns, vectors);
    }
}
