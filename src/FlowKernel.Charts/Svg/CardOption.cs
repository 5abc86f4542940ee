using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Cards as graphic texts of an ECharts option.</summary>
internal static class CardOption
{
    public static IEnumerable<(string Name, JsonNode? Value)> Parts(CardChart chart, SvgSize size)
    {
        var grid = new CardGrid(chart.Values.Count);
        yield return ("graphic", Json.Array(
            chart.Values.Index().SelectMany(v => Texts(v.Item, grid.At(v.Index), grid, size)), text => text));
    }

    private static JsonObject[] Texts(CardValue value, (double X, double Y) place, CardGrid grid, SvgSize size)
    {
        var x = place.X * size.Width;
        var y = size.Top + (place.Y * (size.Height - size.Top));
        return
        [
            Text(value.Text, x, y, grid.SizeFor(value.Text), Palette.At(0), "bottom"),
            Text(value.Name, x, y + 6, 13, Palette.QuietText, "top"),
        ];
    }

    private static JsonObject Text(string text, double x, double y, int size, string colour, string anchor) =>
        Json.Object(
            ("type", "text"), ("x", x), ("y", y),
            ("style", Json.Object(
                ("text", Labels.Shorten(text, 48)), ("fill", colour), ("fontSize", size), ("fontFamily", "sans-serif"),
                ("align", "center"), ("verticalAlign", anchor))));
}
