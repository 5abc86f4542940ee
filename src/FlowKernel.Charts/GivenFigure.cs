using System.Text.Json;
using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Charts;

/// <summary>
/// <c>render plotly</c>: the result's first cell is a figure as JSON, such as Kusto's plotting functions write
/// (https://learn.microsoft.com/kusto/query/visualization-plotly). Only data and layout are taken, and nothing that
/// plotly.js would fetch from a server: a shared notebook must not call home.
/// </summary>
internal static class GivenFigure
{
    private const string Wanted = "one cell with a plotly figure as JSON: {\"data\": [...], \"layout\": {...}}";

    private static readonly string[] FetchingTraces =
    [
        "scattergeo", "choropleth", "scattermapbox", "choroplethmapbox", "densitymapbox", "scattermap",
        "choroplethmap", "densitymap", "image",
    ];

    /// <summary>The figure and a line of text; a diagnostic where the cell holds none.</summary>
    /// <param name="table">The result.</param>
    /// <param name="picture">The forms of a still chart of the figure, where there can be one.</param>
    public static Outcome<MimeBundle> Read(KqlTable table, Func<ChartSpec, MimeBundle> picture)
    {
        if (table.RowCount == 0 || Parse(table[0, 0]) is not JsonObject { } given || given["data"] is not JsonArray data)
            return ChartMistakes.WrongShape("plotly", Wanted, table);
        var types = data.Select(t => (t as JsonObject)?["type"]?.ToString() ?? "scatter").ToList();
        if (types.Find(t => FetchingTraces.Contains(t, StringComparer.Ordinal)) is { } fetching)
            return ChartMistakes.FetchingTrace(fetching);
        var layout = given["layout"] is JsonObject l ? (JsonObject)l.DeepClone() : [];
        layout.Remove("images");
        var figure = new JsonObject { ["data"] = data.DeepClone(), ["layout"] = layout, ["config"] = Config() };
        if (GivenPicture.Of(data, layout) is { } spec)
        {
            var still = picture(spec);
            return still with { Data = new Dictionary<string, JsonNode>(still.Data) { [MimeTypes.Plotly] = figure } };
        }

        return new MimeBundle(new Dictionary<string, JsonNode>
        {
            [MimeTypes.Plotly] = figure,
            [MimeTypes.Plain] = JsonValue.Create(
                $"plotly: a figure of {string.Join(", ", types)}, which shows only where scripts run, "
                + "such as in VS Code or in a report."),
        });
    }

    private static JsonObject Config() => new() { ["responsive"] = true, ["displaylogo"] = false };

    private static JsonNode? Parse(object? cell)
    {
        try
        {
            var node = cell switch
            {
                string text => JsonNode.Parse(text),
                DynamicValue value => JsonNode.Parse(value.Element.GetRawText()),
                _ => null,
            };
            return node is JsonValue inner && inner.TryGetValue(out string? again) ? JsonNode.Parse(again) : node;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
