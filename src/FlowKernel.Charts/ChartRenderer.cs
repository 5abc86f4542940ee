using System.Text.Json.Nodes;
using FlowKernel.Charts.Kinds;
using FlowKernel.Charts.Plotly;
using FlowKernel.Charts.Png;
using FlowKernel.Charts.Spec;
using FlowKernel.Charts.Summary;
using FlowKernel.Charts.Svg;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using Microsoft.ClearScript;

namespace FlowKernel.Charts;

/// <summary>
/// Draws tables as KQL's <c>render</c> asks. A chart comes in three forms: a plotly figure
/// (<c>application/vnd.plotly.v1+json</c>) where a viewer can show one, a picture (<c>image/png</c>) that every other
/// viewer shows, and a short text. There is no HTML and no SVG form, since viewers that clean notebooks would take
/// these, empty them, and leave the picture aside (see ARCHITECTURE.md). Safe for several threads.
/// </summary>
public sealed class ChartRenderer : IChartRenderer, IDisposable
{
    private const double PixelsPerUnit = 2;
    private readonly SvgEngine _svg = new();

    /// <summary>
    /// The chart of a table. Codes of mistakes: FK0301 to FK0309, FK0311. A table without rows is no mistake, nor is one with
    /// nothing to draw: it comes as a table with a warning (FK0306, FK0310).
    /// </summary>
    public Outcome<MimeBundle> Render(KqlTable table, RenderProperties properties) =>
        InTime(properties, () => Make(table, properties, Bundle));

    /// <summary>
    /// The chart as a self-contained SVG picture in a bundle of <c>image/svg+xml</c>, for a file of its own; mistakes
    /// are those of <see cref="Render"/>.
    /// </summary>
    public Outcome<MimeBundle> RenderSvg(KqlTable table, RenderProperties properties) =>
        InTime(properties, () => Make(table, properties, spec => MimeBundle.Of((MimeTypes.Svg, Draw(spec, SvgSize.Of(spec))))));

    private static Outcome<MimeBundle> InTime(RenderProperties properties, Func<Outcome<MimeBundle>> draw)
    {
        try
        {
            return draw();
        }
        catch (ScriptInterruptedException)
        {
            return ChartMistakes.TooLong(properties);
        }
    }

    private static Outcome<MimeBundle> Make(
        KqlTable table, RenderProperties properties, Func<ChartSpec, MimeBundle> form)
    {
        if (!ChartKinds.TryParse(properties.Visualization, out var kind))
            return ChartMistakes.UnknownKind(properties.Visualization);
        if (kind == ChartKind.Plotly)
            return GivenFigure.Read(table, form);
        if (KindTable.Find(kind, properties) is not { } builder)
            return TableDisplay.Bundle(table);
        if (table.RowCount == 0)
            return new Outcome<MimeBundle>(TableDisplay.Bundle(table), [ChartMistakes.NoRows(properties)]);
        var spec = builder.Build(new ChartRequest(kind, table, properties));
        if (!spec.Succeeded)
            return new Outcome<MimeBundle>(spec.Diagnostics);
        return spec.Value.IsEmpty
            ? new Outcome<MimeBundle>(TableDisplay.Bundle(table), [ChartMistakes.NothingToDraw(properties, spec.Value.Notes)])
            : form(spec.Value);
    }

    /// <summary>Draws a small chart, so that the first real one comes at once; call it in the background.</summary>
    public void Warm() => Render(
        KqlTable.FromRows([new("Name", KqlType.String), new("Count", KqlType.Long)], [["one", 1L]]),
        new RenderProperties("columnchart"));

    /// <inheritdoc/>
    public void Dispose() => _svg.Dispose();

    private MimeBundle Bundle(ChartSpec spec)
    {
        var size = SvgSize.Of(spec);
        var png = IndexedPng.Of(PngEngine.OfThisProcess.Paint(Draw(spec, size), PixelsPerUnit));
        return new MimeBundle(new Dictionary<string, JsonNode>
        {
            [MimeTypes.Plotly] = PlotlyFigure.Json(spec),
            [MimeTypes.Png] = JsonValue.Create(Convert.ToBase64String(png)),
            [MimeTypes.Plain] = JsonValue.Create(ChartSummary.Of(spec)),
        })
        {
            Metadata = new Dictionary<string, JsonNode> { [MimeTypes.Png] = Shown(size, spec) },
        };
    }

    /// <summary>
    /// The size in which viewers show the picture, which has more pixels for sharp screens, and its alternative text.
    /// </summary>
    private static JsonObject Shown(SvgSize size, ChartSpec spec) => new()
    {
        ["width"] = size.Width, ["height"] = size.Height, [PictureHtml.AltKey] = ChartSummary.Heading(spec),
    };

    private string Draw(ChartSpec spec, SvgSize size) =>
        SvgPicture.Finish(_svg.Draw(EChartsOption.Of(spec, size).ToJsonString(), size, withWorld: spec is MapChart), spec);
}
