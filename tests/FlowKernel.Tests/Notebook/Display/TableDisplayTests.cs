using System.Xml.Linq;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Tests.Notebook.Display;

public class TableDisplayTests
{
    private static readonly KqlTable Peers = KqlTable.FromRows(
        [new("SrcIp", KqlType.String), new("TimeGenerated", KqlType.DateTime), new("TotalBytes", KqlType.Long)],
        [
            ["10.1.1.8", new DateTime(2024, 4, 23, 0, 0, 0, DateTimeKind.Utc), 1_073_741_824L],
            ["10.1.1.70", new DateTime(2024, 4, 24, 0, 0, 0, DateTimeKind.Utc), null],
        ]);

    [Fact]
    public void PlainTextAlignsColumnsAndKeepsExactValues() => Assert.Equal(
        """
        SrcIp      TimeGenerated        TotalBytes
        ---------  -------------------  ----------
        10.1.1.8   2024-04-23 00:00:00  1073741824
        10.1.1.70  2024-04-24 00:00:00
        """.ReplaceLineEndings("\n"),
        TableDisplay.Text(Peers));

    [Fact]
    public void LimitsAndFooterAreStatedInBothForms()
    {
        var options = new TableDisplayOptions
        {
            RowLimit = 1, PlainRowLimit = 1, ColumnLimit = 2, Footer = "2 rows in 5 ms on sample",
        };
        const string expected = "1 of 2 rows shown, 2 of 3 columns shown · 2 rows in 5 ms on sample";
        Assert.EndsWith("\n" + expected, TableDisplay.Text(Peers, options), StringComparison.Ordinal);
        Assert.Equal(expected, Parse(Peers, options).Elements().Last().Value);
    }

    [Fact]
    public void AnEmptyTableShowsItsColumnsAndSaysSo()
    {
        var empty = KqlTable.FromRows([new("SrcIp", KqlType.String)], []);
        Assert.Equal("SrcIp\n-----\nno rows", TableDisplay.Text(empty));
        Assert.Equal("no rows", Parse(empty).Elements().Last().Value);
    }

    [Fact]
    public void HtmlShowsReadableBytesWithTheExactCountAsTitle()
    {
        var cell = Parse(Peers).Descendants("td").ElementAt(2);
        Assert.Equal("1.07 GB", cell.Value);
        Assert.Equal("1073741824", (string?)cell.Attribute("title"));
        Assert.Equal("right", (string?)cell.Attribute("align"));
    }

    [Fact]
    public void AHostileCellIsText()
    {
        const string attack = "<img src=x onerror=alert(1)><script>x</script>";
        var table = KqlTable.FromRows([new("<b>Name</b>", KqlType.String)], [[attack]]);
        var html = TableDisplay.Html(table);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Equal(attack, XElement.Parse(html).Descendants("td").Single().Value);
    }

    [Fact]
    public void ALongCellIsFoldedInHtmlAndCutInText()
    {
        var path = new string('x', 500);
        var table = KqlTable.FromRows([new("Name", KqlType.String)], [[path]]);
        var details = Parse(table).Descendants("details").Single();
        Assert.Equal(80, details.Element("summary")!.Value.Length);
        Assert.Equal(path, details.Element("span")!.Value);
        Assert.All(TableDisplay.Text(table).Split('\n'), line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public void ControlCharactersCannotReachATerminal()
    {
        var table = KqlTable.FromRows([new("Name", KqlType.String)], [["a\e[2Jb\nc\u202Ed"]]);
        Assert.EndsWith("\na␛[2Jb␊c\uFFFDd", TableDisplay.Text(table), StringComparison.Ordinal);
    }

    [Fact]
    public void WideCharactersCountTwoColumns()
    {
        var table = KqlTable.FromRows(
            [new("Name", KqlType.String), new("N", KqlType.Int)], [["東京", 1], ["e\u0301t\u00E9", 2]]);
        Assert.Equal("Name  N\n----  -\n東京  1\ne\u0301t\u00E9   2", TableDisplay.Text(table));
    }

    [Fact]
    public void TheBundleHoldsHtmlAndText()
    {
        var bundle = TableDisplay.Bundle(Peers);
        Assert.Equal(["text/html", "text/plain"], bundle.Data.Keys.Order());
        Assert.Equal(TableDisplay.Text(Peers), bundle.Text("text/plain"));
    }

    private static XElement Parse(KqlTable table, TableDisplayOptions? options = null) =>
        XElement.Parse(TableDisplay.Html(table, options));
}
