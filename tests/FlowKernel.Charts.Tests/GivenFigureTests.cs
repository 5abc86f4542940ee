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

    private Outcome<MimeBundle> Render(string text) =>
        shared.Renderer.Render(Of(["Figure:string"], [text]), Tables.Render("plotly"));
}
