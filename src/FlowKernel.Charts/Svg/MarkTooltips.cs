using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>The text of each mark by ECharts' series and data index.</summary>
internal sealed class MarkTooltips(ChartSpec spec)
{
    /// <summary>The text, or null when the indices mean nothing here.</summary>
    public string? At(int series, int data) => spec switch
    {
        XyChart xy when Within(series, xy.Series.Count) => Xy(xy, xy.Series[series], data),
        PieChart pie when Within(data, pie.Slices.Count) =>
            $"{pie.Slices[data].Name}: {AxisText.Of(pie.Slices[data].Value, pie.Unit)}",
        MatrixChart matrix when MatrixOption.Cells(matrix).Skip(data).Any() => Cell(matrix, data),
        MapChart map when map.Areas.Count == 0 && Within(series, map.Series.Count) =>
            map.Points.Where(p => p.Series == series).Skip(data).Select(p => $"{p.Name}: {AxisText.Of(p.Value, map.Unit)}")
                .FirstOrDefault(),
        LadderChart ladder when Within(data, ladder.Spans.Count) => LadderText.Of(ladder.Spans[data]),
        _ => null,
    };

    private static string? Xy(XyChart chart, Series series, int data)
    {
        var point = chart.X.Scale == AxisScale.Category && chart.Mark != XyMark.Point
            ? Array.IndexOf(series.X, data)
            : data;
        if (!Within(point, series.X.Length))
            return null;
        var value = AxisText.Of(series.Y[point], chart.AxisOf(series).Unit);
        return $"{series.Name}, {AxisText.Of(series.X[point], chart.X)}: {value}";
    }

    private static string Cell(MatrixChart matrix, int data)
    {
        var (row, column) = MatrixOption.Cells(matrix).ElementAt(data);
        return $"{matrix.Rows[row]}, {matrix.Columns[column]}: {AxisText.Of(matrix.Values[row][column], matrix.Unit)}";
    }

    private static bool Within(int index, int count) => index >= 0 && index < count;
}
