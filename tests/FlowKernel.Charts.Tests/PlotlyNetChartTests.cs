using FlowKernel.Notebook;
using Plotly.NET;

namespace FlowKernel.Charts.Tests;

public sealed class PlotlyNetChartTests(SharedRenderer shared) : IClassFixture<SharedRenderer>
{
    [Fact]
    public void AChartOfPlotlyNetIsAFigureAPictureAndAText()
    {
        var trace = new Trace("scatter");
        trace.SetProperty("x", new[] { 1, 2, 3 });
        trace.SetProperty("y", new[] { 2, 6, 3 });
        var shown = PlotlyNetChart.Show(GenericChart.ofTraceObject(false, trace), shared.Renderer)!;
        Assert.Equal([MimeTypes.Plotly, MimeTypes.Png, MimeTypes.Plain], shown.Data.Keys);
        Assert.Equal("[2,6,3]", shown.Data[MimeTypes.Plotly]["data"]![0]!["y"]!.ToJsonString());
    }

    [Fact]
    public void OtherValuesAreNone()
    {
        Assert.Null(PlotlyNetChart.Show(new Trace("scatter"), shared.Renderer));
        Assert.Null(PlotlyNetChart.Show(null, shared.Renderer));
    }
}
