using System.Buffers.Binary;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Charts.Tests;

public sealed class ChartRendererTests(SharedRenderer shared) : IClassFixture<SharedRenderer>
{
    [Fact]
    public void AChartIsAFigureAPictureAndAText()
    {
        var bundle = shared.Renderer.Render(Tables.AppOverTime, new("columnchart")).OrThrow();
        Assert.Equal([MimeTypes.Plotly, MimeTypes.Png, MimeTypes.Plain], bundle.Data.Keys);
        Assert.Equal(System.Text.Json.JsonValueKind.Object, bundle.Data[MimeTypes.Plotly].GetValueKind());
    }

    [Fact]
    public void ThePictureIsAPngOfTwiceTheSizeItIsShownIn()
    {
        var bundle = shared.Renderer.Render(Tables.AppOverTime, new("columnchart")).OrThrow();
        var header = Convert.FromBase64String(bundle.Text(MimeTypes.Png)!).AsSpan();
        Assert.Equal("PNG"u8, header[1..4]);
        var shown = bundle.Metadata[MimeTypes.Png];
        Assert.Equal(2 * (int)shown["width"]!, BinaryPrimitives.ReadInt32BigEndian(header[16..]));
        Assert.Equal(2 * (int)shown["height"]!, BinaryPrimitives.ReadInt32BigEndian(header[20..]));
    }

    [Fact]
    public void ThePictureHasAnAlternativeText() => Assert.Equal(
        "columnchart: TotalBytes by App over TimeGenerated",
        (string?)shared.Renderer.Render(Tables.AppOverTime, new("columnchart")).OrThrow()
            .Metadata[MimeTypes.Png]["alt"]);

    [Theory]
    [InlineData("\u202E")]
    [InlineData("\u2067")]
    [InlineData("\u2028")]
    public void WhatWouldTurnOrEndALineIsMadeVisibleInNames(string unseen)
    {
        var table = KqlTable.FromRows([new("Name", KqlType.String), new("V", KqlType.Long)], [["a" + unseen + "b", 1L]]);
        var figure = shared.Renderer.Render(table, new("columnchart") { Title = "t" + unseen }).OrThrow().Data[MimeTypes.Plotly];
        Assert.Equal("a\uFFFDb", (string?)figure["data"]![0]!["x"]![0]);
        Assert.Equal("t\uFFFD", (string?)figure["layout"]!["title"]!["text"]);
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
        Assert.Contains(bundle.Text(MimeTypes.Png)!, page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("</script>").Length - 1);
    }

    private string? TextOf(KqlTable table, RenderProperties render) =>
        shared.Renderer.Render(table, render).OrThrow().Text(MimeTypes.Plain);
}
