using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using static FlowKernel.Charts.Tests.Tables;

namespace FlowKernel.Charts.Tests;

public sealed class GivenFigureTests(SharedRenderer shared) : IClassFixture<SharedRenderer>
{
    [Fact]
    public void AFigureInACellIsTaken()
    {
        var bundle = Render("""{"data": [{"type": "bar", "y": [1]}], "layout": {"images": [{"source": "x"}], "title": "t"}}""");
        var figure = bundle.OrThrow().Data[MimeTypes.Plotly];
        Assert.Equal("bar", (string?)figure["data"]![0]!["type"]);
        Assert.Equal("t", (string?)figure["layout"]!["title"]);
        Assert.Null(figure["layout"]!["images"]);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void AnotherTextIsNoFigure(string text) => Assert.Equal("FK0308", Render(text).Diagnostics[0].Code);

    [Fact]
    public void AMapThatWouldFetchItsOutlinesIsRefused()
    {
        var found = Render("""{"data": [{"type": "choropleth"}]}""").Diagnostics[0];
        Assert.Equal("FK0309", found.Code);
        Assert.Equal(
            "A plotly figure with a trace of type 'choropleth' would fetch its map or picture from a server.", found.Message);
    }

    [Theory]
    [InlineData("""{"data": [{"x": [1, 2], "y": [3, 4]}, {"name": "b", "x": [1, 3], "y": [3, null]}]}""", "linechart: y by trace over x")]
    [InlineData("""{"data": [{"type": "scatter", "mode": "markers", "x": ["2024-01-01", "2024-01-02"], "y": [3, 4]}]}""", "scatterchart: y over x")]
    [InlineData("""{"data": [{"type": "bar", "x": ["a", "b"], "y": [3, 4]}], "layout": {"title": {"text": "Bars"}}}""", "columnchart: Bars")]
    [InlineData("""{"data": [{"type": "pie", "labels": ["a", "b"], "values": [3, 4]}]}""", "piechart: values by labels")]
    public void FiguresOfTheUsualTracesHaveAPictureToo(string text, string heading)
    {
        var bundle = Render(text).OrThrow();
        Assert.NotNull(bundle.Text(MimeTypes.Png));
        Assert.StartsWith(heading, bundle.Text(MimeTypes.Plain), StringComparison.Ordinal);
        Assert.Contains("its own style shows where scripts run.", bundle.Text(MimeTypes.Plain), StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(text)!["data"]!.ToJsonString(), bundle.Data[MimeTypes.Plotly]["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"data": [{"type": "scatter3d", "x": [1], "y": [1], "z": [1]}]}""", "scatter3d")]
    [InlineData("""{"data": [{"type": "bar", "y": [1]}, {"y": [1]}]}""", "bar, scatter")]
    [InlineData("""{"data": [{"x": [1], "y": [1], "yaxis": "y2"}]}""", "scatter")]
    [InlineData("""{"data": [{"type": "scatter"}]}""", "scatter")]
    public void OthersSayWhereTheyShow(string text, string types)
    {
        var bundle = Render(text).OrThrow();
        Assert.Null(bundle.Text(MimeTypes.Png));
        Assert.Equal(
            $"plotly: a figure of {types}, which shows only where scripts run, such as in VS Code or in a report.",
            bundle.Text(MimeTypes.Plain));
    }

    private Outcome<MimeBundle> Render(string text) =>
        shared.Renderer.Render(Of(["Figure:string"], [text]), Tables.Render("plotly"));
}
