using System.Text.Json.Nodes;
using FlowKernel.Charts.Plotly;
using FlowKernel.Results;
using static FlowKernel.Charts.Tests.Tables;

namespace FlowKernel.Charts.Tests.Plotly;

public sealed class NewerKindsFigureTests
{
    private static readonly KqlTable Pairs = Of(
        ["From:string", "To:string", "Bytes:long"], ["a", "x", 3_000_000L], ["b", "x", 1_000_000L]);

    [Theory]
    [InlineData("pivotchart", "heatmap")]
    [InlineData("graph", "scatter scatter scatter")]
    public void KindsAreTracesThatEveryViewerKnows(string kind, string traces) => Assert.Equal(
        traces, string.Join(' ', Figure(Pairs, Render(kind))["data"]!.AsArray().Select(t => (string?)t!["type"])));

    [Fact]
    public void AMapIsDrawnOfLinesSinceAMapOfPlotlysOwnWouldBeFetched()
    {
        var figure = Figure(Of(["Country:string", "N:long"], ["US", 9L], ["DE", 1L]), Render("map"));
        Assert.All(figure["data"]!.AsArray(), trace => Assert.Equal("scatter", (string?)trace!["type"]));
        Assert.False(((JsonObject)figure["layout"]!).ContainsKey("geo"));
    }

    [Fact]
    public void AMapIsLightEnoughForANotebook() => Assert.InRange(
        Figure(Of(["Country:string", "N:long"], ["US", 9L], ["DE", 1L]), Render("map")).ToJsonString().Length, 50_000, 250_000);

    [Fact]
    public void AxesLieOverOneAnother()
    {
        var table = Of(["At:datetime", "Bytes:long", "Flows:long"], [Day(1), 1000L, 1L], [Day(2), 3000L, 2L]);
        var figure = Figure(table, Render("timechart") with { YSplit = "axes" });
        Assert.Equal(["y", "y2"], figure["data"]!.AsArray().Select(t => (string?)t!["yaxis"]));
        Assert.Equal("right", (string?)figure["layout"]!["yaxis2"]!["side"]);
    }

    private static JsonObject Figure(KqlTable table, RenderProperties render) => PlotlyFigure.Json(Tables.Spec(table, render));
}
