using System.Text.Json.Nodes;
using FlowKernel.Charts.Kinds;
using FlowKernel.Charts.Plotly;
using FlowKernel.Charts.Spec;
using FlowKernel.Charts.Summary;
using FlowKernel.Charts.Svg;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Charts;

/// <summary>
/// Draws tables as KQL's <c>render</c> asks. A chart comes in four forms: a plotly figure
/// (<c>application/vnd.plotly.v1+json</c>), a self-contained picture (<c>image/svg+xml</c>), the picture as an image in
/// HTML without scripts, and a short text. Safe for several threads.
/// </summary>
public sealed class ChartRenderer : IChartRenderer, IDisposable
{
    private readonly SvgEngine _svg = new();

    /// <summary>
    /// The chart of a table. Codes of mistakes: FK0301 to FK0308. A table without rows is no mistake: it comes as
    /// a table with a warning (FK0306).
    /// </summary>
    public Outcome<MimeBundle> Render(KqlTable table, RenderProperties properties)
    {
        if (!ChartKinds.TryParse(properties.Visualization, out var kind))
            return ChartMistakes.UnknownKind(properties.Visualization);
        if (KindTable.Find(kind) is not { } builder)
            return TableDisplay.Bundle(table);
        if (table.RowCount == 0)
            return new Outcome<MimeBundle>(TableDisplay.Bundle(table), [ChartMistakes.NoRows(properties)]);
        var spec = builder.Build(new ChartRequest(kind, table, properties));
        return spec.Succeeded ? Bundle(spec.Value) : new Outcome<MimeBundle>(spec.Diagnostics);
    }

    /// <summary>Draws a small chart, so that the first real one comes at once; call it in the background.</summary>
    public void Warm() => Render(
        KqlTable.FromRows([new("Name", KqlType.String), new("Count", KqlType.Long)], [["one", 1L]]),
        new RenderProperties("columnchart"));

    /// <inheritdoc/>
    public void Dispose() => _svg.Dispose();

    private MimeBundle Bundle(ChartSpec spec)
    {
        var (svg, text) = (Draw(spec), ChartSummary.Of(spec));
        return new MimeBundle(new Dictionary<string, JsonNode>
        {
            [MimeTypes.Plotly] = PlotlyFigure.Json(spec),
            [MimeTypes.Html] = JsonValue.Create(PictureHtml.Of(svg, text, spec.Title)),
            [MimeTypes.Svg] = JsonValue.Create(svg),
            [MimeTypes.Plain] = JsonValue.Create(text),
        });
    }

    private string Draw(ChartSpec spec)
    {
        var size = SvgSize.Of(spec);
        return SvgPicture.Finish(_svg.Draw(EChartsOption.Of(spec, size).ToJsonString(), size.Width, size.Height), spec);
    }
}
