using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Tests.Kinds;

public class XyKindTests
{
    [Theory]
    [InlineData("columnchart", false)]
    [InlineData("barchart", true)]
    public void ATimeColumnGoesOnTheXAxisAndTextsNameStackedSeries(string kind, bool horizontal)
    {
        var chart = Tables.Xy(Tables.AppOverTime, Tables.Render(kind));
        Assert.Equal(AxisScale.Time, chart.X.Scale);
        Assert.Equal(["T443", "T80", "U53"], chart.Series.Select(s => s.Name));
        Assert.Equal(Stacking.Stacked, chart.Stacking);
        Assert.Equal(horizontal, chart.Horizontal);
        Assert.Equal(AxisUnit.Bytes, chart.Y.Unit);
        Assert.Equal("TotalBytes", chart.Y.Title);
        Assert.True(chart.ShowLegend);
    }

    [Fact]
    public void TimesStayTrueToScaleWhereDaysAreMissing()
    {
        var chart = Tables.Xy(Tables.AppOverTime, Tables.Render("columnchart"));
        Assert.Equal([Tables.Day(1), Tables.Day(3), Tables.Day(23)], chart.Series[0].X.Select(AxisText.Instant));
        Assert.Equal([double.NaN, 1e9, 2e9], chart.Series[0].Y);
        Assert.Equal([double.NaN, 2e7, double.NaN], chart.Series[1].Y);
    }

    [Fact]
    public void OfSeveralNamesThoseThatAreEmptyAreLeftOutAndSeriesStayApart()
    {
        var table = Tables.Of(
            ["Ip:string", "Owner:string", "Place:string", "Bytes:long"],
            ["a", "Storage", "", 1L], ["b", "", "Storage", 2L], ["c", "", "", 3L], ["d", "Storage", "eastus", 4L]);
        var chart = Tables.Xy(table, Tables.Render("barchart"));
        Assert.Equal(["(empty)", "Storage", "Storage", "Storage, eastus"], chart.Series.Select(s => s.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TwoNumberColumnsAreTwoSeriesOverCategories()
    {
        var chart = Tables.Xy(Tables.Directions, Tables.Render("columnchart"));
        Assert.Equal(["Onprem2Azure", "Azure2Onprem"], chart.X.Categories);
        Assert.Equal(["TotalBytesSrcToDest", "TotalBytesDestToSrc"], chart.Series.Select(s => s.Name));
        Assert.Equal([800, 120], chart.Series[0].Y);
        Assert.Equal([100, 640], chart.Series[1].Y);
        Assert.Equal("", chart.Y.Title);
    }

    [Fact]
    public void ASecondTextColumnNamesTheSeriesWhenThereIsNoTime()
    {
        var table = Tables.Of(
            ["SrcIp:string", "DestIp:string", "TotalBytes:long"], ["a", "x", 1L], ["a", "y", 2L], ["b", "x", 3L]);
        var chart = Tables.Xy(table, Tables.Render("columnchart"));
        Assert.Equal(["a", "b"], chart.X.Categories);
        Assert.Equal(["x", "y"], chart.Series.Select(s => s.Name));
        Assert.Equal([2, double.NaN], chart.Series[1].Y);
    }

    [Fact]
    public void AGuidingPropertyOverrulesTheChoice()
    {
        var render = Tables.Render("columnchart") with { XColumn = "App", Series = ["TimeGenerated"] };
        var chart = Tables.Xy(Tables.AppOverTime, render);
        Assert.Equal(["T443", "T80", "U53"], chart.X.Categories);
        Assert.Equal(
            ["2024-04-23 00:00:00", "2024-04-03 00:00:00", "2024-04-01 00:00:00"], chart.Series.Select(s => s.Name));
    }

    [Fact]
    public void YColumnsChoosesAmongNumbers()
    {
        var chart = Tables.Xy(
            Tables.Directions, Tables.Render("columnchart") with { YColumns = ["TotalBytesDestToSrc"] });
        Assert.Equal("TotalBytesDestToSrc", Assert.Single(chart.Series).Name);
        Assert.False(chart.ShowLegend);
    }

    [Fact]
    public void SeveralSeriesColumnsAndValuesMakeNamesTogether()
    {
        var table = Tables.Of(
            ["T:datetime", "A:string", "B:string", "In:long", "Out:long"], [Tables.Day(1), "a", "b", 1L, 2L]);
        var chart = Tables.Xy(table, Tables.Render("linechart"));
        Assert.Equal(["a, b: Out", "a, b: In"], chart.Series.Select(s => s.Name));
    }

    [Fact]
    public void RowsOfOneBarAreAddedUp()
    {
        var table = Tables.Of(["Ip:string", "N:long"], ["a", 1L], ["a", 4L], ["b", 2L]);
        Assert.Equal([5, 2], Tables.Xy(table, Tables.Render("columnchart")).Series[0].Y);
    }

    [Fact]
    public void ANumberBeforeItsTextIsStillTheValue()
    {
        var table = Tables.Of(["TotalBytes:long", "SrcIp:string"], [7L, "a"]);
        var chart = Tables.Xy(table, Tables.Render("columnchart"));
        Assert.Equal(["a"], chart.X.Categories);
        Assert.Equal([7], Assert.Single(chart.Series).Y);
    }

    [Fact]
    public void ALoneNumberIsOneBar()
    {
        var chart = Tables.Xy(Tables.Of(["count_:long"], [42L]), Tables.Render("columnchart"));
        Assert.Equal(("count_", 42d), (chart.Series[0].Name, chart.Series[0].Y[0]));
    }

    [Fact]
    public void PortsStandSideBySideButHistogramsAreTrueToScale()
    {
        var ports = Tables.Of(["DestPort:int", "N:long"], [443, 9L], [22, 1L], [3389, 2L]);
        Assert.Equal(["22", "443", "3389"], Tables.Xy(ports, Tables.Render("columnchart")).X.Categories);
        var bins = Tables.Of(["Size:long", "N:long"], [0L, 9L], [100L, 1L], [400L, 2L]);
        Assert.Equal(AxisScale.Number, Tables.Xy(bins, Tables.Render("columnchart")).X.Scale);
    }

    [Fact]
    public void LinesAreSortedByTimeAndKeepTheirOwnPoints()
    {
        var table = Tables.Of(
            ["T:datetime", "Ip:string", "N:long"],
            [Tables.Day(3), "a", 3L], [Tables.Day(1), "a", 1L], [Tables.Day(2), "b", 9L]);
        var chart = Tables.Xy(table, Tables.Render("timechart"));
        Assert.Equal(["b", "a"], chart.Series.Select(s => s.Name));
        Assert.Equal([1, 3], chart.Series[1].Y);
    }

    [Fact]
    public void AStackedAreaCountsAMissingPointAsNothing()
    {
        var table = Tables.Of(
            ["T:datetime", "Ip:string", "N:long"], [Tables.Day(1), "a", 5L], [Tables.Day(2), "b", 9L]);
        var chart = Tables.Xy(table, Tables.Render("stackedareachart"));
        Assert.Equal([0, 9], chart.Series[0].Y);
        Assert.Equal([5, 0], chart.Series[1].Y);
    }

    [Fact]
    public void Stacked100GivesSharesAndKeepsTheAmounts()
    {
        var chart = Tables.Xy(Tables.Directions, Tables.Render("columnchart") with { Kind = "stacked100" });
        Assert.Equal(AxisUnit.Percent, chart.Y.Unit);
        Assert.Equal(100 * 800 / 900d, chart.Series[0].Y[0], 9);
        Assert.Equal([800, 120], chart.Series[0].Amounts!);
        Assert.Equal(100, chart.Series.Sum(s => s.Y[1]), 9);
    }

    [Fact]
    public void AccumulateAddsEachValueToThoseBefore()
    {
        var table = Tables.Of(["T:datetime", "N:long"], [Tables.Day(2), 5L], [Tables.Day(1), 1L], [Tables.Day(3), 10L]);
        Assert.Equal([1, 6, 16], Tables.Xy(table, Tables.Render("linechart") with { Accumulate = true }).Series[0].Y);
    }

    [Fact]
    public void AxisPropertiesReachTheAxes()
    {
        var chart = Tables.Xy(Tables.BySource, Tables.Render("columnchart") with
        {
            Title = "Sources", XTitle = "From", YTitle = "Sent", YMin = 1, YMax = 9, YAxis = "log", Legend = "hidden",
        });
        Assert.Equal(("Sources", "From", "Sent"), (chart.Title, chart.X.Title, chart.Y.Title));
        Assert.Equal((1, 9, true, false), (chart.Y.Min, chart.Y.Max, chart.Y.Log, chart.ShowLegend));
    }

    [Fact]
    public void NullsAndNotANumberAreLeftOut()
    {
        var table = Tables.Of(
            ["T:datetime", "N:real"],
            [Tables.Day(1), 1d], [null, 2d], [Tables.Day(3), null], [Tables.Day(4), double.NaN]);
        Assert.Equal([1], Tables.Xy(table, Tables.Render("linechart")).Series[0].Y);
    }

    [Fact]
    public void AScatterChartTakesItsFirstColumnAsX()
    {
        var table = Tables.Of(["Packets:long", "TotalBytes:long", "T:datetime"], [3L, 100L, Tables.Day(1)]);
        var chart = Tables.Xy(table, Tables.Render("scatterchart"));
        Assert.Equal((AxisScale.Number, 3d, 100d), (chart.X.Scale, chart.Series[0].X[0], chart.Series[0].Y[0]));
    }

    [Theory]
    [InlineData("columnchart", "The 25 smallest of 45 series are together as \"other\".", 21)]
    [InlineData("timechart", "Only the 20 largest of 45 series are shown.", 20)]
    public void ManySeriesAreFewAndTheChartSaysSo(string kind, string note, int count)
    {
        var rows = Enumerable.Range(0, 45).Select(i => new object?[] { Tables.Day(1), $"s{i:00}", (long)(i + 1) });
        var chart = Tables.Xy(Tables.Of(["T:datetime", "S:string", "N:long"], [.. rows]), Tables.Render(kind));
        Assert.Equal([note], chart.Notes);
        Assert.Equal(count, chart.Series.Count);
        Assert.Equal("s44", chart.Series[0].Name);
        if (count == 21)
            Assert.Equal(("other", 25 * 26 / 2d), (chart.Series[20].Name, chart.Series[20].Total));
    }

    [Fact]
    public void ManyPointsAreThinnedAndTheChartSaysSo()
    {
        var rows = Enumerable.Range(0, 250_000).Select(i => new object?[] { (long)i, (long)i });
        var chart = Tables.Xy(Tables.Of(["X:long", "Y:long"], [.. rows]), Tables.Render("linechart"));
        Assert.Equal(["83,334 of 250,000 points are shown, with every peak."], chart.Notes);
        Assert.Equal((83_334, 249_999d), (chart.Series[0].X.Length, chart.Series[0].X[^1]));
    }

    [Fact]
    public void ManyStackedBarsAreThinnedAtTheSamePlaces()
    {
        var rows = Enumerable.Range(0, 20_000).SelectMany(i => new object?[][]
        {
            [Tables.Day(1).AddSeconds(i), "a", (long)(i % 7)], [Tables.Day(1).AddSeconds(i), "b", i == 12_345 ? 500L : 1L],
        });
        var chart = Tables.Xy(Tables.Of(["T:datetime", "A:string", "N:long"], [.. rows]), Tables.Render("columnchart"));
        Assert.Equal(chart.Series[0].X, chart.Series[1].X);
        Assert.InRange(chart.Series.Sum(s => s.X.Length), 2_000, 5_010);
        Assert.Contains(500d, chart.Series.Single(s => s.Name == "b").Y);
        Assert.Contains("of 40,000 points are shown, with every peak.", Assert.Single(chart.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("columnchart", "unstacked", null, 20_000)]
    [InlineData("columnchart", "stacked", "panels", 20_000)]
    [InlineData("areachart", "stacked100", null, 80_000)]
    public void SeriesThatAreThinnedTogetherKeepEachItsPeaks(string chart, string kind, string? split, int places)
    {
        // The sums hide it: one falls where the other rises.
        var peak = places / 2 + 345;
        var rows = Enumerable.Range(0, places).Select(i => new object?[]
        {
            Tables.Day(1).AddSeconds(i), i == peak ? 600L : 100L + (i % 7), i == peak ? 500L : 1000L - (i % 11),
        });
        var render = Tables.Render(chart) with { Kind = kind, YSplit = split };
        var drawn = Tables.Xy(Tables.Of(["T:datetime", "A:long", "B:long"], [.. rows]), render);
        Assert.EndsWith("points are shown, with every peak.", Assert.Single(drawn.Notes), StringComparison.Ordinal);
        Assert.Contains(600d, drawn.Series[0].Amounts ?? drawn.Series[0].Y);
        if (drawn.Series[0].Amounts is { } amounts)
            Assert.Equal(100d * 600 / 1100, drawn.Series[0].Y[Array.IndexOf(amounts, 600d)]);
        Assert.InRange(drawn.Series.Sum(s => s.X.Length), 1, chart == "areachart" ? 100_020 : 5_020);
    }

    [Fact]
    public void PlacesWhereASeriesHasNoBarAreNotCounted()
    {
        var rows = Enumerable.Range(0, 12_000).Select(i => new object?[] { Tables.Day(1).AddSeconds(i), $"n{i % 5}", 1L + (i % 97) }).ToArray();
        string[] columns = ["T:datetime", "A:string", "N:long"];
        var few = Tables.Xy(Tables.Of(columns, rows[..4990]), Tables.Render("columnchart"));
        Assert.Empty(few.Notes);
        Assert.Equal(4990, few.Series.Sum(s => s.Y.Count(double.IsFinite)));
        var many = Tables.Xy(Tables.Of(columns, rows), Tables.Render("columnchart"));
        var shown = many.Series.Sum(s => s.Y.Count(double.IsFinite));
        Assert.Equal([$"{shown:N0} of 12,000 points are shown, with every peak."], many.Notes);
        Assert.InRange(shown, 1_000, 5_000);
        // What is said of them is said of all.
        Assert.Equal(rows.Sum(r => (long)r[2]!), many.Series.Sum(s => s.Total));
    }

    [Fact]
    public void ACloudOfManyPointsKeepsItsDensityAndItsOutermostPoints()
    {
        var rows = Enumerable.Range(0, 250_000).Select(i => new object?[] { (long)(i % 1000), (long)(i * 7919L % 10_007) });
        var chart = Tables.Xy(Tables.Of(["X:long", "Y:long"], [.. rows]), Tables.Render("scatterchart"));
        var cloud = Assert.Single(chart.Series);
        Assert.InRange(cloud.X.Length, 83_334, 83_338);
        Assert.Equal([$"{cloud.X.Length:N0} of 250,000 points are shown, one of every 3 and the outermost."], chart.Notes);
        Assert.Equal((0, 10_006), (cloud.Y.Min(), cloud.Y.Max()));
        Assert.Equal(1000, cloud.X.Distinct().Count());
        Assert.InRange(cloud.Y.Count(y => y is > 4000 and < 6000) / (double)cloud.Y.Length, 0.19, 0.21);
    }

    [Fact]
    public void SeveralValuesAreOneStackUnlessTheyHaveAxesOfTheirOwn()
    {
        var render = Tables.Render("columnchart") with { Kind = "stacked100" };
        var together = Tables.Xy(Tables.Directions, render);
        Assert.Equal(["all", "all"], together.Series.Select(together.StackOf));
        var apart = Tables.Xy(Tables.Directions, render with { YSplit = "panels" });
        Assert.Equal(2, apart.Series.Select(apart.StackOf).Distinct().Count());
        Assert.All(apart.Series, s => Assert.Equal([100, 100], s.Y));
        var side = Tables.Xy(Tables.Directions, Tables.Render("columnchart") with { Kind = "unstacked" });
        Assert.All(side.Series, s => Assert.Null(side.StackOf(s)));
    }

    [Fact]
    public void ManyBarsAreTheLargestInTheirOrderAndTheChartSaysSo()
    {
        var rows = Enumerable.Range(0, 150).Select(i => new object?[] { $"n{i}", (long)i });
        var chart = Tables.Xy(Tables.Of(["Name:string", "N:long"], [.. rows]), Tables.Render("columnchart"));
        Assert.Equal(["Only the 100 largest of 150 bars are shown."], chart.Notes);
        Assert.Equal(("n50", "n149"), (chart.X.Categories[0], chart.X.Categories[^1]));
        Assert.Equal((50d, 149d), (chart.Series[0].Y[0], chart.Series[0].Y[^1]));
    }

    [Fact]
    public void ANumberBeforeTheTimeIsAValueAndTheChartSaysHowToSplitByIt()
    {
        var table = Tables.Of(
            ["DestPort:int", "TimeGenerated:datetime", "TotalBytes:long"],
            [443, Tables.Day(1), 5L], [80, Tables.Day(1), 6L]);
        var plain = Tables.Xy(table, Tables.Render("columnchart"));
        Assert.Equal(["DestPort", "TotalBytes"], plain.Series.Select(s => s.Name));
        Assert.Equal(["DestPort is drawn as a value; to split by it, add: with (series=DestPort)."], plain.Notes);
        var split = Tables.Xy(table, Tables.Render("columnchart") with { Series = ["DestPort"] });
        Assert.Equal(["80", "443"], split.Series.Select(s => s.Name));
        Assert.Empty(split.Notes);
    }

    [Fact]
    public void ArraysOfMakeSeriesAreNoKeys()
    {
        var table = Tables.Of(
            ["Flows:dynamic", "TimeGenerated:dynamic", "Score:dynamic"],
            [
                new FlowKernel.Results.DynamicValue("[1,2]"), new FlowKernel.Results.DynamicValue("[\"2024-04-01T00:00:00Z\",\"2024-04-02T00:00:00Z\"]"),
                new FlowKernel.Results.DynamicValue("[0.5,0.7]"),
            ]);
        Assert.Empty(Tables.Xy(table, Tables.Render("timechart")).Notes);
    }
}
