using System.Text.Json.Nodes;
using FlowKernel.Charts.Plotly;
using FlowKernel.Results;

namespace FlowKernel.Charts.Tests.Plotly;

public class PlotlyFigureTests
{
    [Fact]
    public void StackedColumnsOverTime()
    {
        var figure = Figure(Tables.AppOverTime, new("columnchart"));
        Assert.Equal(["data", "layout", "config"], figure.Select(p => p.Key));
        Assert.Equal(["bar", "bar", "bar"], figure["data"]!.AsArray().Select(t => (string?)t!["type"]));
        Assert.Equal(["T443", "T80", "U53"], figure["data"]!.AsArray().Select(t => (string?)t!["name"]));
        Assert.Equal(
            """["2024-04-01T00:00:00","2024-04-03T00:00:00","2024-04-23T00:00:00"]""",
            figure["data"]![0]!["x"]!.ToJsonString());
        Assert.Equal("[null,1000000000,2000000000]", Normal(figure["data"]![0]!["y"]!));
        Assert.Equal("relative", (string?)figure["layout"]!["barmode"]);
        Assert.Equal("date", (string?)figure["layout"]!["xaxis"]!["type"]);
        Assert.Equal("B", (string?)figure["layout"]!["yaxis"]!["ticksuffix"]);
    }

    [Fact]
    public void FewBarsAreAsWideAsTheDaysTheyStandFor()
    {
        const double day = 86_400_000;
        var table = Tables.Of(["T:datetime", "N:long"], [Tables.Day(11), 5L], [Tables.Day(23), 3L]);
        Assert.Equal(0.85 * day, (double)Figure(table, new("columnchart"))["data"]![0]!["width"]!);
        var hours = Tables.Of(["T:datetime", "N:long"], [Tables.Day(11).AddHours(5), 5L]);
        var figure = Figure(hours, new("columnchart"));
        Assert.Equal(0.85 * day / 24, (double)figure["data"]![0]!["width"]!);
        Assert.Equal(
            """["2024-04-11T03:30:00","2024-04-11T06:30:00"]""", figure["layout"]!["xaxis"]!["range"]!.ToJsonString());
    }

    [Fact]
    public void ManyBarsAreAsWideAsTheirDistance()
    {
        var rows = Enumerable.Range(1, 5).Select(d => new object?[] { Tables.Day(d), 1L });
        var figure = Figure(Tables.Of(["T:datetime", "N:long"], [.. rows]), new("columnchart"));
        Assert.Null(figure["data"]![0]!["width"]);
    }

    [Fact]
    public void BarsLieDown()
    {
        var figure = Figure(Tables.AppOverTime, new("barchart"));
        Assert.Equal("h", (string?)figure["data"]![0]!["orientation"]);
        Assert.Equal("2024-04-01T00:00:00", (string?)figure["data"]![0]!["y"]![0]);
        Assert.Equal("date", (string?)figure["layout"]!["yaxis"]!["type"]);
        Assert.Equal("reversed", (string?)figure["layout"]!["yaxis"]!["autorange"]);
    }

    [Fact]
    public void TitlesAreObjectsAsVersion3Wants()
    {
        var layout = Figure(Tables.BySource, new("columnchart") { Title = "Sources" })["layout"]!;
        Assert.Equal("Sources", (string?)layout["title"]!["text"]);
        Assert.Equal("SrcIp", (string?)layout["xaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void CategoriesKeepTheirOrder()
    {
        var axis = Figure(Tables.Directions, new("columnchart"))["layout"]!["xaxis"]!;
        Assert.Equal("category", (string?)axis["type"]);
        Assert.Equal("""["Onprem2Azure","Azure2Onprem"]""", axis["categoryarray"]!.ToJsonString());
    }

    [Theory]
    [InlineData("linechart", "lines+markers", null, null)]
    [InlineData("areachart", "lines", "tozeroy", null)]
    [InlineData("stackedareachart", "lines", null, "all")]
    [InlineData("scatterchart", "markers", null, null)]
    public void LinesAreasAndPointsAreScatterTraces(string kind, string mode, string? fill, string? group)
    {
        var trace = Figure(Tables.AppOverTime, new(kind) { XColumn = "TimeGenerated" })["data"]![0]!;
        Assert.Equal("scatter", (string?)trace["type"]);
        Assert.Equal(mode, (string?)trace["mode"]);
        Assert.Equal((fill, group), ((string?)trace["fill"], (string?)trace["stackgroup"]));
    }

    [Fact]
    public void ALogarithmicRangeIsInPowersOfTen()
    {
        var render = new RenderProperties("columnchart") { YAxis = "log", YMin = 1000, YMax = 1e9 };
        var axis = Figure(Tables.BySource, render)["layout"]!["yaxis"]!;
        Assert.Equal("log", (string?)axis["type"]);
        Assert.Equal("[3,9]", Normal(axis["range"]!));
    }

    [Fact]
    public void APieHasItsSlicesSortedAndColoured()
    {
        var trace = Figure(Tables.BySource, new("piechart"))["data"]![0]!;
        Assert.Equal("""["10.1.1.68","10.1.1.69","10.1.1.70"]""", trace["labels"]!.ToJsonString());
        Assert.Equal("#0072b2", (string?)trace["marker"]!["colors"]![0]);
        Assert.Equal("10.1.1.68: 600 MB", (string?)trace["customdata"]![0]);
    }

    [Fact]
    public void ASankeyLinksNodesByIndex()
    {
        var table = Tables.Of(["Src:string", "Dest:string", "N:long"], ["a", "b", 5L], ["b", "a", 3L]);
        var trace = Figure(table, new("sankey"))["data"]![0]!;
        Assert.Equal("""["a","b","b","a"]""", trace["node"]!["label"]!.ToJsonString());
        Assert.Equal("[0,2]", trace["link"]!["source"]!.ToJsonString());
        Assert.Equal("[1,3]", trace["link"]!["target"]!.ToJsonString());
    }

    [Fact]
    public void ATreemapsParentsHoldTheirTotals()
    {
        var table = Tables.Of(["A:string", "B:string", "N:long"], ["x", "p", 5L], ["x", "q", 3L]);
        var trace = Figure(table, new("treemap"))["data"]![0]!;
        Assert.Equal("""["/0","/0/0","/0/1"]""", trace["ids"]!.ToJsonString());
        Assert.Equal("""["","/0","/0"]""", trace["parents"]!.ToJsonString());
        Assert.Equal("[8,5,3]", Normal(trace["values"]!));
    }

    [Fact]
    public void AnomaliesAreATraceOfTheirOwn()
    {
        var table = Tables.Of(["T:datetime", "N:long", "Odd:int"], [Tables.Day(1), 1L, 0], [Tables.Day(2), 2L, 1]);
        var data = Figure(table, new("anomalychart") { AnomalyColumns = ["Odd"] })["data"]!.AsArray();
        Assert.Equal(2, data.Count);
        Assert.Equal("""["2024-04-02T00:00:00"]""", data[1]!["x"]!.ToJsonString());
        Assert.Equal("markers", (string?)data[1]!["mode"]);
    }

    [Fact]
    public void MarkupInNamesIsTextForPlotly()
    {
        var table = Tables.Of(["<b>Name</b>:string", "N:long"], ["<a href='javascript:x'>&", 1L]);
        var figure = Figure(table, new("columnchart") { Title = "<i>t</i>" });
        Assert.Equal("&lt;a href='javascript:x'&gt;&amp;", (string?)figure["data"]![0]!["x"]![0]);
        Assert.Equal("&lt;i&gt;t&lt;/i&gt;", (string?)figure["layout"]!["title"]!["text"]);
        Assert.Equal("&lt;b&gt;Name&lt;/b&gt;", (string?)figure["layout"]!["xaxis"]!["title"]!["text"]);
        Assert.False((bool)figure["config"]!["typesetMath"]!);
    }

    [Fact]
    public void NothingFromTheNetworkIsNamed()
    {
        var json = Figure(Tables.AppOverTime, new("columnchart")).ToJsonString();
        Assert.DoesNotContain("http", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("axes")]
    public void DurationsHaveTicksInMinutes(string? split)
    {
        var table = Tables.Of(
            ["T:datetime", "N:long", "Took:timespan"],
            [Tables.Day(1), 5L, TimeSpan.FromMinutes(12)], [Tables.Day(9), 6L, TimeSpan.FromMinutes(2)]);
        var render = new RenderProperties("timechart") { YColumns = split is null ? ["Took"] : null, YSplit = split };
        var axis = Figure(table, render)["layout"]![split is null ? "yaxis" : "yaxis2"]!;
        Assert.Contains("10 min", axis["ticktext"]!.AsArray().Select(t => (string?)t));
    }

    [Theory]
    [InlineData(null, "TimeGenerated [UTC]")]
    [InlineData("Day", "Day")]
    public void ATimeAxisSaysThatItIsUtcUnlessATitleIsAskedFor(string? asked, string title)
    {
        var figure = Figure(Tables.AppOverTime, new("timechart") { XTitle = asked });
        Assert.Equal(title, (string?)figure["layout"]!["xaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void AnEmptyTitleIsNone() =>
        Assert.Null(Figure(Tables.AppOverTime, new("timechart") { XTitle = "" })["layout"]!["xaxis"]!["title"]);

    [Fact]
    public void ALaddersTimeIsUtc()
    {
        var table = Tables.Of(["From:datetime", "Until:datetime"], [Tables.Day(1), Tables.Day(2)]);
        var title = Figure(table, new("ladderchart"))["layout"]!["xaxis"]!["title"]!["text"];
        Assert.Equal("From to Until [UTC]", (string?)title);
    }

    [Fact]
    public void ALoneInstantHasADayOnEachSide()
    {
        var table = Tables.Of(["T:datetime", "N:long"], [Tables.Day(11), 5L]);
        Assert.Equal(
            """["2024-04-09T12:00:00","2024-04-12T12:00:00"]""",
            Figure(table, new("timechart"))["layout"]!["xaxis"]!["range"]!.ToJsonString());
    }

    [Fact]
    public void CardsSayWhatIsNotShown()
    {
        var table = Tables.Of(["N:long"], [5L], [6L]);
        var texts = Figure(table, new("card"))["layout"]!["annotations"]!.AsArray().Select(a => (string?)a!["text"]);
        Assert.Contains("Not shown: 1 more row.", texts);
    }

    [Fact]
    public void LongTextsAreShortened()
    {
        var name = new string('n', 200);
        var table = Tables.Of(["A:string", "N:long"], [name, 5L]);
        var figure = Figure(table, new("treemap") { Title = name });
        Assert.Equal(90, ((string?)figure["layout"]!["title"]!["text"])!.Length);
        Assert.Equal(40, ((string?)figure["data"]![0]!["labels"]![0])!.Length);
    }

    [Fact]
    public void AGraphsArrowsPointToTheirTargets()
    {
        var table = Tables.Of(["A:string", "B:string"], ["x", "y"]);
        var marker = Figure(table, new("graph"))["data"]![0]!["marker"]!;
        Assert.Equal(("arrow", "previous"), ((string?)marker["symbol"], (string?)marker["angleref"]));
        Assert.Equal("[0,8,0]", Normal(marker["size"]!));
    }

    internal static JsonObject Figure(KqlTable table, RenderProperties render) =>
        PlotlyFigure.Json(Tables.Spec(table, render));

    private static string Normal(JsonNode array) =>
        "[" + string.Join(',', array.AsArray().Select(n => n is null ? "null" : $"{n.GetValue<double>():0}")) + "]";
}
