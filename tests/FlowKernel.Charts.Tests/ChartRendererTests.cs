using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Charts.Tests;

public sealed class ChartRendererTests(SharedRenderer shared) : IClassFixture<SharedRenderer>
{
    [Fact]
    public void AChartIsAFigureAPictureAndAText()
    {
        var bundle = shared.Renderer.Render(Tables.AppOverTime, new("columnchart")).OrThrow();
        Assert.Equal([MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Svg, MimeTypes.Plain], bundle.Data.Keys);
        Assert.Equal(System.Text.Json.JsonValueKind.Object, bundle.Data[MimeTypes.Plotly].GetValueKind());
    }

    [Fact]
    public void TheHtmlFormHoldsThePictureAsAnImageAndTheTextEncoded()
    {
        var bundle = shared.Renderer.Render(Tables.AppOverTime, new("columnchart") { Title = "<b>\"x\"" }).OrThrow();
        var html = System.Xml.Linq.XElement.Parse(bundle.Text(MimeTypes.Html)!.Replace("\">", "\"/>", StringComparison.Ordinal)
            .Replace("<details style=\"font-size:85%;opacity:.65\"/>", "<details>", StringComparison.Ordinal));
        var image = html.Element("img")!;
        Assert.Equal("<b>\"x\"", image.Attribute("alt")!.Value);
        var svg = Convert.FromBase64String(image.Attribute("src")!.Value["data:image/svg+xml;base64,".Length..]);
        Assert.Equal(bundle.Text(MimeTypes.Svg), System.Text.Encoding.UTF8.GetString(svg));
        Assert.Equal(bundle.Text(MimeTypes.Plain), html.Element("details")!.Element("pre")!.Value);
    }

    [Fact]
    public void ATableIsATable() => Assert.Equal(
        [MimeTypes.Html, MimeTypes.Plain], shared.Renderer.Render(Tables.BySource, new("table")).OrThrow().Data.Keys);

    [Fact]
    public void TheTextOfColumnsOverTimeShowsEachSeriesCourse() => Assert.Equal(
        """
        columnchart: TotalBytes by App over TimeGenerated
        series  total  greatest
        ------  -----  --------  ------------------------------
        T443    3 GB   2 GB      ··▄··························█
        T80     20 MB  20 MB     ··█···························
        U53     1 kB   1 kB      █·····························
        """.ReplaceLineEndings("\n"),
        TextOf(Tables.AppOverTime, new("columnchart")));

    [Fact]
    public void TheTextOfBarsShowsThem() => Assert.Equal(
        """
        columnchart: Sources
        SrcIp      TotalBytes
        ---------  ----------  ------------------------------
        10.1.1.70  1 MB        █
        10.1.1.68  600 MB      ██████████████████████████████
        10.1.1.69  399 MB      ████████████████████
        """.ReplaceLineEndings("\n"),
        TextOf(Tables.BySource, new("columnchart") { Title = "Sources" }));

    [Fact]
    public void TheTextOfAPieShowsShares() => Assert.Equal(
        """
        piechart: TotalBytes by SrcIp
        slice      value   share
        ---------  ------  -----
        10.1.1.68  600 MB  60%
        10.1.1.69  399 MB  39.9%
        10.1.1.70  1 MB    0.1%
        """.ReplaceLineEndings("\n"),
        TextOf(Tables.BySource, new("piechart")));

    [Fact]
    public async Task ChartsCanBeDrawnFromSeveralThreads()
    {
        var drawn = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => shared.Renderer.Render(Tables.AppOverTime, new(i % 2 == 0 ? "columnchart" : "piechart")),
            TestContext.Current.CancellationToken)));
        Assert.All(drawn, outcome => Assert.True(outcome.Succeeded));
    }

    [Fact]
    public void AnHtmlPageHoldsAllItNeeds()
    {
        var bundle = shared.Renderer.Render(Tables.AppOverTime, new("columnchart")).OrThrow();
        var page = ChartHtml.Page(bundle, "<Peers>");
        Assert.Contains("<title>&lt;Peers&gt;</title>", page, StringComparison.Ordinal);
        Assert.Contains(bundle.Text(MimeTypes.Svg)!, page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("</script>").Length - 1);
    }

    private string? TextOf(KqlTable table, RenderProperties render) =>
        shared.Renderer.Render(table, render).OrThrow().Text(MimeTypes.Plain);
}
