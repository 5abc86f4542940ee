using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Coloured cells as parts of an ECharts option.</summary>
internal static class MatrixOption
{
    private const int NameLimit = 40;

    public static IEnumerable<(string Name, JsonNode? Value)> Parts(MatrixChart chart, SvgSize size)
    {
        var beside = SvgSize.WidthOf(Math.Min(NameLimit, chart.Rows.Max(r => r.Length)));
        var fit = CategoryFit.Of(
            new Axis(AxisScale.Category) { Categories = chart.Columns }, size with { LegendWidth = beside });
        yield return ("grid", Json.Object(
            ("left", 16 + Math.Max(0, fit.Overhang - beside)), ("right", 96), ("top", size.Top + 6),
            ("bottom", chart.ColumnTitle.Length > 0 ? 30 : 12), ("containLabel", true)));
        yield return ("xAxis", Names(chart.Columns, CategoryFit.LabelLimit, axis =>
        {
            axis["axisLabel"]!["interval"] = fit.Interval;
            axis["axisLabel"]!["rotate"] = fit.Angle;
            axis["name"] = chart.ColumnTitle;
            axis["nameLocation"] = "middle";
            axis["nameGap"] = 12 + fit.LabelHeight;
            axis["nameTextStyle"] = Json.Object(("color", Palette.QuietText), ("fontSize", 12));
        }));
        yield return ("yAxis", Names(chart.Rows, NameLimit, axis =>
        {
            axis["inverse"] = true;
            axis["axisLabel"]!["interval"] = 0;
        }));
        yield return ("visualMap", Scale(chart, size));
        yield return ("series", Json.Array([0], _ => Json.Object(
            ("type", "heatmap"), ("emphasis", Json.Object(("disabled", true))),
            ("itemStyle", Json.Object(("borderColor", Palette.Background), ("borderWidth", 1))),
            ("data", Json.Array(Cells(chart), c => Cell(chart, c.Column, c.Row))))));
    }

    /// <summary>The cells that hold a value, in the order in which they are drawn.</summary>
    public static IEnumerable<(int Row, int Column)> Cells(MatrixChart chart) =>
        from row in Enumerable.Range(0, chart.Rows.Count)
        from column in Enumerable.Range(0, chart.Columns.Count)
        where double.IsFinite(chart.Values[row][column])
        select (row, column);

    private static JsonObject Names(IReadOnlyList<string> names, int limit, Action<JsonObject> more)
    {
        var axis = Json.Object(
            ("type", "category"), ("data", Json.Array(names, n => Labels.Shorten(n, limit))),
            ("axisLine", Json.Object(("show", false))), ("axisTick", Json.Object(("show", false))),
            ("axisLabel", Json.Object(("color", Palette.Text), ("fontSize", 12))),
            ("splitArea", Json.Object(("show", true), ("areaStyle", Json.Object(("color", Json.Array([0], _ => "#f7f7f7")))))));
        more(axis);
        return axis;
    }

    private static JsonObject Scale(MatrixChart chart, SvgSize size)
    {
        var (least, greatest) = chart.Range;
        return Json.Object(
            ("type", "continuous"), ("min", Json.Number(least)), ("max", Json.Number(greatest > least ? greatest : least + 1)),
            ("left", size.Width - 84), ("top", size.Top + 6), ("itemHeight", 120), ("itemWidth", 12), ("precision", 0),
            ("text", Json.Array([greatest, least], v => AxisText.Of(v, chart.Unit))),
            ("textStyle", Json.Object(("color", Palette.Text), ("fontSize", 11))),
            ("inRange", Json.Object(("color", Json.Array(HeatScale.Colours, c => c)))));
    }

    private static JsonObject Cell(MatrixChart chart, int column, int row)
    {
        var value = chart.Values[row][column];
        var cell = Json.Object(("value", new JsonArray(column, row, Json.Number(value))));
        if (chart.ShowsValues)
        {
            var (least, greatest) = chart.Range;
            var colour = HeatScale.At(greatest > least ? (value - least) / (greatest - least) : 0);
            cell["label"] = Json.Object(
                ("show", true), ("fontSize", 11), ("color", Palette.TextOn(colour)),
                ("formatter", PieOption.EscapeTemplate(AxisText.Of(value, chart.Unit))));
        }

        return cell;
    }
}
