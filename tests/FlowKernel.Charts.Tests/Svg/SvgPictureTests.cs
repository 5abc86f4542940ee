using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Charts.Tests.Svg;

public sealed partial class SvgPictureTests(SharedRenderer shared) : IClassFixture<SharedRenderer>
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    [Fact]
    public void EachBarSaysWhatItIs() => Assert.Equal(
        [
            "T443, 2024-04-03 00:00:00: 1 GB",
            "T443, 2024-04-23 00:00:00: 2 GB",
            "T80, 2024-04-03 00:00:00: 20 MB",
            "U53, 2024-04-01 00:00:00: 1 kB",
        ],
        Tips(Draw(Tables.AppOverTime, new("columnchart"))));

    [Fact]
    public void BarsAreAsTallAsTheirValues()
    {
        var heights = Draw(Tables.BySource, new("columnchart")).Descendants(Ns + "path")
            .Where(p => p.Element(Ns + "title") is not null).Select(HeightOf).ToArray();
        Assert.Equal(600 / 399d, heights[1] / heights[2], 1);
        Assert.True(heights[0] < heights[2] / 100);
    }

    [Fact]
    public void AxesReadInBytesAndDates()
    {
        var texts = TextsOf(Draw(Tables.AppOverTime, new("columnchart")));
        Assert.Contains("1.5 GB", texts);
        Assert.Contains("0 B", texts);
        Assert.Contains("Apr 2024", texts);
        Assert.Contains("T443", texts);
    }

    [Fact]
    public void DurationsReadInMinutes()
    {
        var table = Tables.Of(
            ["T:datetime", "Took:timespan"],
            [Tables.Day(1), TimeSpan.FromMinutes(12)], [Tables.Day(2), TimeSpan.FromMinutes(2)]);
        Assert.Contains("10 min", TextsOf(Draw(table, new("timechart"))));
    }

    [Theory]
    [InlineData("columnchart")]
    [InlineData("barchart")]
    [InlineData("piechart")]
    [InlineData("linechart")]
    [InlineData("timechart")]
    [InlineData("areachart")]
    [InlineData("stackedareachart")]
    [InlineData("scatterchart")]
    [InlineData("card")]
    public void APictureStandsAlone(string kind)
    {
        var svg = Draw(Tables.AppOverTime, new(kind) { Title = "T" });
        Assert.Equal("T", svg.Elements().First().Value);
        Assert.DoesNotContain(
            svg.Descendants(), e => e.Name.LocalName is "style" or "script" or "image" or "foreignObject");
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a =>
            a.Name.LocalName is "class" || a.Name.LocalName.StartsWith("ecmeta", StringComparison.Ordinal)
            || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Value.Contains("http", StringComparison.Ordinal));
        Assert.Contains(svg.Descendants(), e => (string?)e.Attribute("fill") == "#ffffff");
    }

    [Fact]
    public void IdsOfTwoPicturesDiffer()
    {
        var first = Draw(Tables.AppOverTime, new("linechart"));
        var second = Draw(Tables.AppOverTime, new("linechart") { Title = "other" });
        var ids = Ids(first);
        Assert.NotEmpty(ids);
        Assert.Empty(ids.Intersect(Ids(second)));
        Assert.All(References().Matches(first.ToString()), m => Assert.Contains(m.Groups[1].Value, ids));
    }

    [Fact]
    public void TheSameChartIsTheSamePicture() => Assert.Equal(
        Draw(Tables.AppOverTime, new("linechart")).ToString(), Draw(Tables.AppOverTime, new("linechart")).ToString());

    [Fact]
    public void HostileTextStaysText()
    {
        const string attack = "<script>alert(1)</script>{b|x}\0\e]0;x";
        var table = Tables.Of(["Name:string", "N:long"], [attack, 5L], ["@bytes", 6L]);
        foreach (var kind in new[] { "columnchart", "barchart", "piechart", "linechart" })
        {
            var svg = Draw(table, new(kind) { Title = attack });
            Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "script");
            Assert.StartsWith("<script>alert(1)</script>{b|x}", svg.Elements().First().Value, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("sankey", "web 12 MB", "db 12 MB", "<i>web</i>: 12 MB")]
    [InlineData("treemap", "web: 12 MB", "<i>db</i>", "<i>web</i>: 12 MB")]
    public void NestedAndFlowingKindsNameTheirParts(string kind, string first, string second, string hostile)
    {
        var table = Tables.Of(
            ["Src:string", "Dest:string", "TotalBytes:long"],
            ["web", "db", 12_000_000L], ["<i>web</i>", "<i>db</i>", 12_000_000L]);
        var svg = Draw(table, new(kind));
        Assert.Contains(TextsOf(svg), t => t.StartsWith(first, StringComparison.Ordinal));
        Assert.Contains(TextsOf(svg), t => t.StartsWith(second, StringComparison.Ordinal));
        Assert.Contains(TextsOf(svg), t => t.StartsWith(hostile.Split(':')[0], StringComparison.Ordinal));
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "i");
    }

    [Fact]
    public void AStretchSaysFromWhenToWhen()
    {
        var table = Tables.Of(["Flow:string", "Start:datetime", "End:datetime"], ["a", Tables.Day(1), Tables.Day(2)]);
        Assert.Equal(
            ["a: 2024-04-01 00:00:00 to 2024-04-02 00:00:00, 1 d"], Tips(Draw(table, new("ladderchart"))));
    }

    private XElement Draw(KqlTable table, RenderProperties render) =>
        XElement.Parse(shared.Renderer.RenderSvg(table, render).OrThrow().Text(MimeTypes.Svg)!);

    private static string[] Tips(XElement svg) =>
        [.. svg.Descendants(Ns + "path").Elements(Ns + "title").Select(t => t.Value)];

    private static string[] TextsOf(XElement svg) => [.. svg.Descendants(Ns + "text").Select(t => t.Value)];

    private static string[] Ids(XElement svg) =>
        [.. svg.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>()];

    /// <summary>A bar is drawn as M x y l w 0 l 0 -h ...</summary>
    private static double HeightOf(XElement path) =>
        double.Parse(Height().Match((string)path.Attribute("d")!).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"l0 -([\d.]+)l")]
    private static partial Regex Height();

    [GeneratedRegex(@"\(#([^)]+)\)")]
    private static partial Regex References();
}
