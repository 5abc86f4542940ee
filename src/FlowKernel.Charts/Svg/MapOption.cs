using System.Text.Json.Nodes;
using FlowKernel.Charts.Maps;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>A world map as parts of an ECharts option; the engine knows the outlines by the name <c>world</c>.</summary>
internal static class MapOption
{
    public static IEnumerable<(string Name, JsonNode? Value)> Parts(MapChart chart, SvgSize size)
    {
        var names = Labels.ShortenAll(chart.LegendNames, SvgSize.LegendLimit);
        if (EChartsOption.Legend(chart, size, names) is { } legend)
            yield return ("legend", legend);
        yield return ("geo", Json.Object(
            ("map", "world"), ("roam", false), ("silent", true), ("left", 8), ("right", 8 + size.LegendWidth),
            ("top", size.Top), ("bottom", 8), ("layoutCenter", null),
            ("boundingCoords", new JsonArray(new JsonArray(-169, 83), new JsonArray(190, -57))),
            ("itemStyle", Json.Object(
                ("areaColor", HeatScale.Nothing), ("borderColor", "#b5b5b5"), ("borderWidth", 0.5))),
            ("regions", Json.Array(chart.Areas, a => Json.Object(
                ("name", a.Code), ("itemStyle", Json.Object(("areaColor", chart.Classes.ColourOf(a.Class)))))))));
        yield return ("series", chart switch
        {
            { Areas.Count: > 0 } => Classes(chart, names),
            { Pies.Count: > 0 } => Pies(chart, names),
            _ => Places(chart, names),
        });
    }

    /// <summary>
    /// Countries too small to be seen are points; the series also give the legend its entries, in the very colours that
    /// countries have.
    /// </summary>
    private static JsonArray Classes(MapChart chart, string[] names) => Json.Array(
        Enumerable.Range(0, names.Length),
        i => Points(names[i], chart.Classes.ColourOf(i), 1, chart.Areas
            .Where(a => a.Class == i && WorldOutlines.Find(a.Code) is { IsTiny: true })
            .Select(a => (WorldOutlines.Find(a.Code)!.Middle.Longitude, WorldOutlines.Find(a.Code)!.Middle.Latitude, 9.0))));

    private static JsonArray Places(MapChart chart, string[] names) => Json.Array(
        Enumerable.Range(0, names.Length),
        i => Points(names[i], Palette.At(i), 0.85, chart.Points
            .Where(p => p.Series == i).Select(p => (p.Longitude, p.Latitude, 2 * p.Radius))));

    private static JsonArray Pies(MapChart chart, string[] names) => Json.Array(chart.Pies, p => Json.Object(
        ("type", "pie"), ("coordinateSystem", "geo"),
        ("center", new JsonArray(Json.Number(p.Longitude), Json.Number(p.Latitude))), ("radius", Json.Number(p.Radius)),
        ("startAngle", 90), ("clockwise", true), ("label", Json.Object(("show", false))),
        ("labelLine", Json.Object(("show", false))), ("emphasis", Json.Object(("disabled", true))),
        ("itemStyle", Json.Object(("borderColor", Palette.Background), ("borderWidth", 0.8))),
        ("data", Json.Array(p.Slices, s => Json.Object(
            ("name", names[s.Series]), ("value", Json.Number(s.Value)),
            ("itemStyle", Json.Object(("color", chart.ColourOf(s.Series)))))))));

    private static JsonObject Points(
        string name,
        string colour,
        double opacity,
        IEnumerable<(double Longitude, double Latitude, double Diameter)> points) => Json.Object(
        ("type", "scatter"), ("coordinateSystem", "geo"), ("name", name),
        ("itemStyle", Json.Object(
            ("color", colour), ("opacity", Json.Number(opacity)), ("borderColor", Palette.Background), ("borderWidth", 0.8))),
        ("data", Json.Array(points, p => Json.Object(
            ("value", new JsonArray(Json.Number(p.Longitude), Json.Number(p.Latitude))),
            ("symbolSize", Json.Number(p.Diameter))))));
}
