using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>Coloured cells as a heat map; the axes go into the layout.</summary>
internal static class MatrixTrace
{
    private const int LevelLimit = 14;
    private const int RowLimit = 44;
    private const int ColumnLimit = 28;

    public static Trace Of(MatrixChart chart, Layout layout)
    {
        var (least, greatest) = chart.Range;
        layout.With("xaxis", Axis(chart.Columns, "auto", ColumnLimit)
                // The other way, the last name would reach out of the figure.
                .With("tickangle", chart.Columns.Max(c => c.Length) > LevelLimit ? -30 : null)
                .With("title", chart.ColumnTitle.Length == 0
                    ? null : PlotlyObject.Of(("text", PlotlyObject.Text(chart.ColumnTitle)))))
            .With("yaxis", Axis(chart.Rows, "linear", RowLimit).With("autorange", "reversed"));
        var texts = chart.Values.Select(row => Array.ConvertAll(row, v => AxisText.Of(v, chart.Unit))).ToArray();
        return new Trace("heatmap")
            .With("z", chart.Values.Select(PlotlyObject.Numbers).ToArray())
            .With("x", Enumerable.Range(0, chart.Columns.Count).ToArray())
            .With("y", Enumerable.Range(0, chart.Rows.Count).ToArray())
            .With("zmin", least)
            .With("zmax", greatest > least ? greatest : least + 1)
            .With("xgap", 1)
            .With("ygap", 1)
            .With("text", texts)
            .With("texttemplate", chart.ShowsValues ? "%{text}" : null)
            .With("customdata", Names(chart))
            .With("hovertemplate", "%{customdata}<br>%{text}<extra></extra>")
            .With("hoverongaps", false)
            .With("colorscale", Scale())
            .With("colorbar", Bar(chart));
    }

    private static DynamicObj.DynamicObj Axis(IReadOnlyList<string> names, string mode, int limit)
    {
        // Where there are many, plotly.js would write every name over the next one.
        var step = mode == "linear" ? 1 : Math.Max(1, names.Count / 30);
        var places = Enumerable.Range(0, names.Count).Where(i => i % step == 0).ToArray();
        return PlotlyObject.Of(
            ("type", "linear"), ("automargin", true), ("showgrid", false), ("zeroline", false), ("tickmode", "array"),
            ("tickvals", places),
            ("ticktext", Array.ConvertAll(places, i => PlotlyObject.Text(Labels.Shorten(names[i], limit)))));
    }

    private static string[][] Names(MatrixChart chart) =>
    [
        .. chart.Rows.Select(row => chart.Columns.Select(column =>
            PlotlyObject.Text(row.Length == 0 ? column : $"{row}, {column}")).ToArray()),
    ];

    private static object[][] Scale() =>
        [.. HeatScale.Colours.Select((colour, i) => new object[] { (double)i / (HeatScale.Colours.Count - 1), colour })];

    private static DynamicObj.DynamicObj Bar(MatrixChart chart)
    {
        var bar = PlotlyObject.Of(("thickness", 12), ("outlinewidth", 0));
        return chart.Unit == AxisUnit.Bytes ? bar.With("tickformat", "~s").With("ticksuffix", "B") : bar;
    }
}
