using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>
/// Makes the interactive form of a chart. Only what plotly.js 2.x and 3.x both know is used: titles are objects,
/// colours are stated, nothing comes from a template of the viewer.
/// </summary>
internal static class PlotlyFigure
{
    /// <summary>The figure as Plotly.NET's chart.</summary>
    public static GenericChart Of(ChartSpec spec)
    {
        var layout = PlotlyLayout.Of(spec);
        List<Trace> traces = spec switch
        {
            XyChart xy => XyTraces.Of(xy, layout),
            PieChart pie => [PieTrace.Of(pie)],
            CardChart card => CardAnnotations.Of(card, layout),
            TreemapChart tree => [TreemapTrace.Of(tree)],
            SankeyChart sankey => [SankeyTrace.Of(sankey)],
            MatrixChart matrix => [MatrixTrace.Of(matrix, layout)],
            GraphChart graph => GraphTraces.Of(graph, layout),
            MapChart map => MapTraces.Of(map, layout),
            LadderChart ladder => [LadderTrace.Of(ladder, layout)],
            _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Kind, "No figure for this chart."),
        };
        return GenericChart.setConfig(Config(), GenericChart.setLayout(layout, ChartOf(traces)));
    }

    /// <summary>The figure as the payload of <c>application/vnd.plotly.v1+json</c>: data, layout, config.</summary>
    public static JsonObject Json(ChartSpec spec)
    {
        var json = JsonNode.Parse(GenericChart.toJson(Of(spec)))!.AsObject();
        return new JsonObject
        {
            ["data"] = json["data"]!.DeepClone(),
            ["layout"] = json["layout"]!.DeepClone(),
            ["config"] = json["config"]!.DeepClone(),
        };
    }

    private static GenericChart ChartOf(List<Trace> traces) => GenericChart.ofTraceObjects(false, traces);

    /// <summary>No link to plotly's servers, no TeX in names.</summary>
    private static Config Config() => new Config()
        .With("responsive", true)
        .With("displaylogo", false)
        .With("typesetMath", false);
}
