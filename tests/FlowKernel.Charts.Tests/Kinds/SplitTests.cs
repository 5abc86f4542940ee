using FlowKernel.Charts.Spec;
using FlowKernel.Results;
using static FlowKernel.Charts.Tests.Tables;

namespace FlowKernel.Charts.Tests.Kinds;

public sealed class SplitTests
{
    private static readonly KqlTable Two = Of(
        ["At:datetime", "Bytes:long", "Flows:long"], [Day(1), 1000L, 1L], [Day(2), 3000L, 2L]);

    [Fact]
    public void AxesGiveEachValueItsOwn()
    {
        var chart = Xy(Two, Render("timechart") with { YSplit = "axes" });
        Assert.Equal(YSplit.Axes, chart.Split);
        Assert.Equal([AxisUnit.Bytes, AxisUnit.None], chart.YAxes.Select(a => a.Unit));
        Assert.Equal(["Bytes", "Flows"], chart.Series.Select(s => chart.AxisOf(s).Title));
    }

    [Fact]
    public void OneValueIsNotSplit() =>
        Assert.Equal(YSplit.None, Xy(AppOverTime, Render("timechart") with { YSplit = "panels" }).Split);

    [Fact]
    public void BarsCannotBeSplit() => Assert.Equal(
        "The property ysplit cannot be 'axes'.", Build(Two, Render("barchart") with { YSplit = "axes" }).Diagnostics[0].Message);

    [Fact]
    public void AnXAxisOfNumbersKeepsToItsLimits()
    {
        var table = Of(["Hour:int", "Flows:long"], [1, 5L], [2, 7L], [3, 9L]);
        var chart = Xy(table, Render("linechart") with { XMin = 0, XMax = 23 });
        Assert.Equal((0d, 23d), (chart.X.Min, chart.X.Max));
    }

    [Fact]
    public void ThinningKeepsThePeak()
    {
        var rows = Enumerable.Range(0, 250_000).Select(i => new object?[] { Day(1).AddSeconds(i), i == 123_457 ? 9_999L : 1L });
        var chart = Xy(Of(["At:datetime", "N:long"], [.. rows]), Render("timechart"));
        Assert.True(chart.Series[0].X.Length <= ChartLimits.Points);
        Assert.Contains(9_999d, chart.Series[0].Y);
        Assert.EndsWith("of 250,000 points are shown, with every peak.", chart.Notes[0], StringComparison.Ordinal);
    }
}
