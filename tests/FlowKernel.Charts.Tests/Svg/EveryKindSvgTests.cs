using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlowKernel.Notebook;
using FlowKernel.Results;
using static FlowKernel.Charts.Tests.Tables;

namespace FlowKernel.Charts.Tests.Svg;

/// <summary>The structure of the pictures of the newer kinds: what is drawn, and what is written.</summary>
public sealed partial class EveryKindSvgTests(SharedRenderer shared) : IClassFixture<SharedRenderer>
{
    private static readonly KqlTable Pairs = Of(
        ["From:string", "To:string", "Bytes:long"], ["app", "sql", 3_000_000L], ["web", "app", 1_000_000L]);

    [Fact]
    public void APivotWritesEachValueIntoItsCell()
    {
        var texts = Texts(Draw(Pairs, Render("pivotchart")));
        Assert.Contains("3 MB", texts);
        Assert.Contains("app", texts);
        Assert.Contains("sql", texts);
    }

    [Fact]
    public void AGraphNamesItsNodes()
    {
        var picture = Draw(Pairs, Render("graph"));
        Assert.Equal(["app", "sql", "web"], Texts(picture).Order());
    }

    [Fact]
    public void AMapHasTheOutlinesOfTheWorldAndItsClasses()
    {
        var picture = Draw(Of(["Country:string", "Bytes:long"], ["US", 9_000L], ["DE", 10L]), Render("map"));
        Assert.True(picture.Descendants().Count(e => e.Name.LocalName == "path") > 150);
        Assert.Contains("up to 39 B", Texts(picture));
        // The legend has the colours of the countries, not paler ones.
        var classes = picture.Descendants().Where(e => (string?)e.Attribute("fill") is "#e2eef8" or "#004c8c").ToList();
        Assert.True(classes.Count >= 4);
        Assert.All(classes, e => Assert.Null(e.Attribute("fill-opacity")));
    }

    [Fact]
    public void PanelsHaveATitleEach()
    {
        var table = Of(["At:datetime", "Bytes:long", "Flows:long"], [Day(1), 1000L, 1L], [Day(2), 3000L, 2L]);
        var texts = Texts(Draw(table, Render("timechart") with { YSplit = "panels" }));
        Assert.Equal(2, texts.Count(t => t == "Bytes"));
        Assert.Equal(2, texts.Count(t => t == "Flows"));
    }

    [Fact]
    public void NodesThatLieInARowAreRound()
    {
        var picture = Draw(Of(["A:string", "B:string"], ["x", "y"], ["y", "x"]), Render("graph"));
        var nodes = picture.Descendants().Where(e => ((string?)e.Attribute("d"))?.StartsWith("M1 0A1 1", StringComparison.Ordinal) == true)
            .Select(e => Numbers().Matches((string)e.Attribute("transform")!).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToList())
            .Where(m => m.Count == 6 && m[0] > 0).ToList();
        Assert.Equal(2, nodes.Count);
        Assert.Equal(["x", "y"], Texts(picture).Order());
        Assert.All(nodes, m => Assert.Equal(m[0], m[3], 3));
    }

    [Fact]
    public void ABarAtTheFloorOfALogarithmicAxisIsSeen()
    {
        var picture = Draw(Of(["A:string", "N:real"], ["x", 1d], ["y", 100d]), Render("columnchart") with { YAxis = "log" });
        Assert.Contains("0.1", Texts(picture));
        var bars = Bars(picture);
        Assert.All(bars, bar => Assert.DoesNotContain("l0 0l", (string)bar.Attribute("d")!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1d)]
    [InlineData(0.001)]
    public void BarsStandAtTheEndOfALogarithmicAxisAlsoWhereOneIsAskedFor(double? least)
    {
        var table = Of(["A:string", "N:real"], ["x", 5d], ["y", 500d]);
        var picture = Draw(table, Render("columnchart") with { YAxis = "log", YMin = least });
        var bars = Bars(picture);
        Assert.All(bars, bar => Assert.Contains(" 344l", (string)bar.Attribute("d")!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("columnchart", "A:datetime")]
    [InlineData("columnchart", "A:string")]
    [InlineData("barchart", "A:string")]
    public void OnALogarithmicAxisABarIsSeenAlsoWhereNothingLiesUnderIt(string kind, string across)
    {
        object At(int day) => across == "A:string" ? $"d{day}" : Day(day);
        var table = Of(
            [across, "By:string", "N:long"],
            [At(1), "most", 500L], [At(1), "least", 50L], [At(2), "most", 5L], [At(3), "least", 50L]);
        var bars = Bars(Draw(table, Render(kind) with { YAxis = "log" }));
        Assert.Equal(4, bars.Count);
        Assert.All(bars, bar => Assert.DoesNotContain("NaN", (string)bar.Attribute("d")!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "At [UTC]")]
    [InlineData("Night", "Night")]
    public void ATimeAxisSaysThatItIsUtcUnlessATitleIsAskedFor(string? asked, string title)
    {
        var table = Of(["At:datetime", "N:long"], [Day(1), 1L], [Day(2), 2L]);
        Assert.Contains(title, Texts(Draw(table, Render("timechart") with { XTitle = asked })));
    }

    [Fact]
    public void ALaddersTimeIsUtc()
    {
        var table = Of(["From:datetime", "Until:datetime"], [Day(1), Day(2)]);
        Assert.Contains("From to Until [UTC]", Texts(Draw(table, Render("ladderchart"))));
    }

    [Fact]
    public void PanelsShareOneNameOfTheTime()
    {
        var table = Of(["At:datetime", "A:long", "B:long"], [Day(1), 1L, 2L], [Day(2), 2L, 3L]);
        var render = Render("timechart") with { YSplit = "panels" };
        Assert.Single(Texts(Draw(table, render)), text => text == "At [UTC]");
    }

    private static List<XElement> Bars(XContainer picture) => [.. picture.Descendants()
        .Where(e => e.Elements().Any(c => c.Name.LocalName == "title" && c.Value.Contains(": ", StringComparison.Ordinal)))];

    [GeneratedRegex(@"-?[\d.]+(e-?\d+)?")]
    private static partial Regex Numbers();

    [Theory]
    [InlineData("panels")]
    [InlineData("axes")]
    public void NamesOfSeveralAxesKeepClearOfTheTitle(string split)
    {
        var table = Of(["At:datetime", "Bytes:long", "Flows:long"], [Day(1), 1000L, 1L], [Day(2), 3000L, 2L]);
        var picture = Draw(table, Render("timechart") with { YSplit = split, Title = "Both" });
        Assert.InRange(Down("Bytes") - Down("Both"), 20, 60);

        double Down(string text) => picture.Descendants().Where(e => e.Name.LocalName == "text" && e.Value == text)
            .Min(e => double.Parse(Numbers().Matches((string)e.Attribute("transform")!)[^1].Value, CultureInfo.InvariantCulture));
    }

    private static List<string> Texts(XElement picture) =>
        [.. picture.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).Where(t => t.Length > 0)];

    private XElement Draw(KqlTable table, RenderProperties render) =>
        XElement.Parse(shared.Renderer.RenderSvg(table, render).OrThrow().Text(MimeTypes.Svg)!);
}
