using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Summary;

/// <summary>Values as rows of block characters.</summary>
internal static class TextBars
{
    private const int Cells = 30;
    private const string Heights = "▁▂▃▄▅▆▇█";

    /// <summary>A horizontal bar; empty for what is not positive.</summary>
    public static string Bar(double value, double greatest) =>
        value > 0 && greatest > 0 ? new string('█', Math.Max(1, (int)Math.Round(value / greatest * Cells))) : "";

    /// <summary>A series over its x axis: the greatest value of each cell, a dot where there is none.</summary>
    public static string Sparkline(Series series)
    {
        var cells = new double[Cells];
        Array.Fill(cells, double.NaN);
        var (first, last) = (series.X.Min(), series.X.Max());
        for (var i = 0; i < series.X.Length; i++)
        {
            ref var cell = ref cells[last > first ? (int)((series.X[i] - first) / (last - first) * (Cells - 1)) : 0];
            if (double.IsFinite(series.Y[i]))
                cell = double.IsNaN(cell) ? series.Y[i] : Math.Max(cell, series.Y[i]);
        }

        var greatest = cells.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return string.Concat(cells.Select(cell => Height(cell, greatest)));
    }

    private static char Height(double value, double greatest)
    {
        if (double.IsNaN(value))
            return '·';
        return greatest <= 0 ? Heights[0] : Heights[(int)Math.Clamp(value / greatest * 7.99, 0, 7)];
    }
}
