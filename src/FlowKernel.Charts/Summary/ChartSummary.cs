using FlowKernel.Charts.Spec;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Charts.Summary;

/// <summary>A chart in a few lines of text, for terminals and for comparing notebooks.</summary>
internal static class ChartSummary
{
    private static readonly TableDisplayOptions Options = new() { CellLimit = 44 };

    /// <summary>Kind and title, the values of each series, and what is not shown.</summary>
    public static string Of(ChartSpec spec)
    {
        return string.Join('\n', [Heading(spec), TableDisplay.Text(RowsOf(spec), Options), .. spec.Notes]);
    }

    /// <summary>Kind and title in one line: what a picture of the chart is called where it cannot be seen.</summary>
    public static string Heading(ChartSpec spec) =>
        $"{spec.Kind.Name()}: {(spec.Title.Length > 0 ? spec.Title : spec.Subject)}";

    private static KqlTable RowsOf(ChartSpec spec) => spec switch
    {
        XyChart { Series.Count: 1, X.Scale: AxisScale.Category } bars => Table(
            [bars.X.Title, bars.Series[0].Name, ""], Categories(bars)),
        XyChart { X.Scale: AxisScale.Category } bars => Table(
            [bars.X.Title, .. bars.Series.Select(s => s.Name)], CategoryRows(bars)),
        XyChart { Mark: XyMark.Point } points => Table(
            ["series", "points", "least", "greatest"], points.Series.Select(s => Ranges(s, points.Y))),
        XyChart lines => Table(["series", "total", "greatest", ""], lines.Series.Select(s => Curve(s, lines.Y))),
        PieChart pie => Table(["slice", "value", "share"], Slices(pie)),
        CardChart card => Table(["name", "value"], card.Values.Select(v => new object?[] { v.Name, v.Text })),
        TreemapChart tree => Table(["name", "value"], tree.Roots.SelectMany(n => Nodes(n, "", tree.Unit))),
        SankeyChart sankey => Table(["from", "to", "value"], sankey.Links.OrderByDescending(l => l.Value).Select(l =>
            new object?[] { sankey.Nodes[l.From].Name, sankey.Nodes[l.To].Name, AxisText.Of(l.Value, sankey.Unit) })),
        MatrixChart matrix => Table(["", .. matrix.Columns], matrix.Rows.Select((name, row) => matrix.Values[row]
            .Select(v => (object?)AxisText.Of(v, matrix.Unit)).Prepend(name).ToArray())),
        GraphChart graph => Table(["from", "to", "value"], graph.Edges.Select(e => new object?[]
        {
            graph.Nodes[e.From].Name, graph.Nodes[e.To].Name, AxisText.Of(e.Value, graph.Unit),
        })),
        MapChart { Areas.Count: > 0 } map => Table(["country", "value"], map.Areas.Select(a =>
            new object?[] { a.Name, AxisText.Of(a.Value, map.Unit) })),
        MapChart { Pies.Count: > 0 } map => Table(["place", "slice", "value", "share"], map.Pies.SelectMany(p => p.Slices.Select(s =>
            new object?[]
            {
                p.Name, map.Series[s.Series], AxisText.Of(s.Value, map.Unit),
                AxisText.Of(100 * s.Value / p.Total, AxisUnit.Percent),
            }))),
        MapChart map => Table(["name", "longitude", "latitude", "value"], map.Points.Select(p => new object?[]
        {
            p.Name, ValueText.Exact(p.Longitude), ValueText.Exact(p.Latitude), AxisText.Of(p.Value, map.Unit),
        })),
        LadderChart ladder => Table(["name", "start", "end"], ladder.Spans.Select(s => new object?[]
        {
            s.Name, ValueText.Brief(AxisText.Instant(s.Start)), ValueText.Brief(AxisText.Instant(s.End)),
        })),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Kind, "No text for this chart."),
    };

    private static KqlTable Table(IReadOnlyList<string> columns, IEnumerable<object?[]> rows) => KqlTable.FromRows(
        [.. columns.Select(name => new KqlColumn(name, KqlType.String))], [.. rows]);

    private static IEnumerable<object?[]> Categories(XyChart chart)
    {
        var series = chart.Series[0];
        var greatest = series.Y.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return series.X.Index().Select(x => new object?[]
        {
            AxisText.Of(x.Item, chart.X), AxisText.Of(series.Y[x.Index], chart.Y.Unit),
            TextBars.Bar(series.Y[x.Index], greatest),
        });
    }

    private static IEnumerable<object?[]> CategoryRows(XyChart chart) => chart.X.Categories.Select((name, i) =>
        chart.Series.Select(s => AxisText.Of(At(s, i), chart.Y.Unit)).Prepend(name).Cast<object?>().ToArray());

    private static double At(Series series, int position) =>
        Array.IndexOf(series.X, position) is >= 0 and var i ? series.Y[i] : double.NaN;

    private static object?[] Ranges(Series series, Axis y) =>
    [
        series.Name, ValueText.Exact(series.Y.Length), AxisText.Of(series.Y.Min(), y.Unit),
        AxisText.Of(series.Y.Max(), y.Unit),
    ];

    private static object?[] Curve(Series series, Axis y) =>
    [
        series.Name, AxisText.Of(series.Total, series.Amounts is null ? y.Unit : AxisUnit.None),
        AxisText.Of(series.Y.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max(), y.Unit),
        TextBars.Sparkline(series),
    ];

    private static IEnumerable<object?[]> Slices(PieChart pie)
    {
        var total = pie.Slices.Sum(s => s.Value);
        return pie.Slices.Select(s => new object?[]
        {
            s.Name, AxisText.Of(s.Value, pie.Unit),
            AxisText.Of(total > 0 ? 100 * s.Value / total : 0, AxisUnit.Percent),
        });
    }

    private static IEnumerable<object?[]> Nodes(TreeNode node, string indent, AxisUnit unit) =>
        node.Children.SelectMany(child => Nodes(child, indent + "  ", unit))
            .Prepend([indent + node.Name, AxisText.Of(node.Value, unit)]);
}
