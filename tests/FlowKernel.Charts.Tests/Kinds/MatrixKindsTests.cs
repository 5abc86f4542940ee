using FlowKernel.Charts.Spec;
using static FlowKernel.Charts.Tests.Tables;

namespace FlowKernel.Charts.Tests.Kinds;

public sealed class MatrixKindsTests
{
    [Fact]
    public void ATimePivotHasARowForEachNameAndACellForEachStretchOfTime()
    {
        var chart = Assert.IsType<MatrixChart>(Tables.Spec(AppOverTime, Render("timepivot")));
        Assert.Equal(["T443", "T80", "U53"], chart.Rows);
        Assert.Equal(23, chart.Columns.Count);
        Assert.Equal("2024-04-01", chart.Columns[0]);
        Assert.Equal(2 * Gigabyte, chart.Values[0][22]);
        Assert.True(double.IsNaN(chart.Values[0][1]));
        Assert.Equal("TimeGenerated (UTC), a cell is 1 d", chart.ColumnTitle);
    }

    [Fact]
    public void ATimePivotWithoutNumbersCountsEvents()
    {
        var table = Of(["Name:string", "At:datetime"], ["a", Day(1)], ["a", Day(1)], ["b", Day(2)]);
        var chart = Assert.IsType<MatrixChart>(Tables.Spec(table, Render("timepivot")));
        Assert.Equal(2, chart.Values[0][0]);
        Assert.Equal("events by Name over At", chart.Subject);
    }

    [Fact]
    public void ATimePivotWithoutATimeSaysSo() =>
        Assert.Equal("FK0305", Build(BySource, Render("timepivot")).Diagnostics[0].Code);

    [Fact]
    public void APivotChartAddsUpEachPair()
    {
        var table = Of(
            ["From:string", "To:string", "Bytes:long"], ["a", "x", 1L], ["a", "x", 2L], ["a", "y", 4L], ["b", "y", 8L]);
        var chart = Assert.IsType<MatrixChart>(Tables.Spec(table, Render("pivotchart")));
        Assert.Equal(["b", "a"], chart.Rows);
        Assert.Equal(["x", "y"], chart.Columns);
        Assert.Equal([double.NaN, 8], chart.Values[0]);
        Assert.Equal([3, 4], chart.Values[1]);
    }

    [Fact]
    public void APivotChartNeedsTwoNames()
    {
        var found = Build(BySource, Render("pivotchart")).Diagnostics[0];
        Assert.Equal("FK0308", found.Code);
        Assert.Contains("two columns of names and one of numbers", found.Message, StringComparison.Ordinal);
    }
}
