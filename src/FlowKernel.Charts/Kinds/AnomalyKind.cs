using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// A time chart that marks the points at which a column named by <c>anomalycolumns</c> is not 0
/// (https://learn.microsoft.com/kusto/query/visualization-anomalychart).
/// </summary>
internal sealed class AnomalyKind : IChartKind
{
    private readonly XyKind _lines = new(XyMark.Line, XWish.TimeOnly);

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var table = SeriesArrays.Expand(request.Table);
        var anomalies = new List<int>();
        foreach (var name in request.Render.AnomalyColumns ?? [])
        {
            if (table.IndexOf(name) is not (>= 0 and var index))
                return ChartMistakes.NoSuchColumn("anomalycolumns", name, table);
            if (!table.Columns[index].IsMeasure())
                return ChartMistakes.NotANumber("anomalycolumns", table.Columns[index]);
            anomalies.Add(index);
        }

        return _lines.Build(request with { Table = Without(table, anomalies), Marks = MarksOf(table, anomalies) });
    }

    private static bool[] MarksOf(KqlTable table, List<int> anomalies)
    {
        var marks = new bool[table.RowCount];
        foreach (var flags in anomalies.Select(column => ColumnReading.Positions(table, column)))
        {
            for (var row = 0; row < marks.Length; row++)
                marks[row] |= flags[row] is not (0 or double.NaN);
        }

        return marks;
    }

    private static KqlTable Without(KqlTable table, List<int> columns)
    {
        int[] kept = [.. Enumerable.Range(0, table.Columns.Count).Except(columns)];
        return new KqlTable(
            Array.ConvertAll(kept, c => table.Columns[c]), Array.ConvertAll(kept, c => table.Vectors[c]), table.Name);
    }
}
