using System.Xml.Linq;
using FlowKernel.Notebook;
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
        10.1.1.70  2024-04-24 00:00:00        null
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
        Assert.Equal(expected, Parse(Peers, options).Elements("div").Last().Value);
    }

    [Fact]
    public void AnEmptyTableShowsItsColumnsAndSaysSo()
    {
        var empty = KqlTable.FromRows([new("SrcIp", KqlType.String)], []);
        Assert.Equal("SrcIp\n-----\nno rows", TableDisplay.Text(empty));
        Assert.Equal("no rows", Parse(empty).Elements("div").Last().Value);
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
    public void DollarSignsAreNoMathematicsWhereAViewerSetsFormulas()
    {
        var table = KqlTable.FromRows([new("Name", KqlType.String)], [["$x^2$"]]);
        var line = XElement.Parse(ResultDisplay.Quiet("$5").Text(MimeTypes.Html)!);
        string[] classes = [(string)Parse(table).Attribute("class")!, (string)line.Attribute("class")!];
        Assert.All(classes, c => Assert.Contains("tex2jax_ignore mathjax_ignore", c, StringComparison.Ordinal));
    }

    [Fact]
    public void ACharacterThatHtmlHasNotEndsNoPage()
    {
        var html = TableDisplay.Html(KqlTable.FromRows([new("Name", KqlType.String)], [["a\0b"]]));
        Assert.DoesNotContain('\0', html);
        Assert.Equal("a␀b", XElement.Parse(html).Descendants("td").Single().Value);
    }

    [Fact]
    public void HeadingsStandOverTheirValuesAlsoWithoutStyles() => Assert.Equal(
        ["left", "left", "right"], Parse(Peers).Descendants("th").Select(th => (string?)th.Attribute("align")));

    [Fact]
    public void ALongCellIsFoldedInHtmlAndCutInText()
    {
        var path = new string('x', 500);
        var table = KqlTable.FromRows([new("Name", KqlType.String)], [[path]]);
        var details = Parse(table).Descendants("details").Single();
        Assert.Equal(80, details.Element("summary")!.Value.Length);
        Assert.Equal(path, details.Element("div")!.Value);
        Assert.All(TableDisplay.Text(table).Split('\n'), line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public void ControlCharactersCannotReachATerminal()
    {
        var table = KqlTable.FromRows([new("Name", KqlType.String)], [["a\e[2Jb\nc\u202Ed"]]);
        Assert.EndsWith("\na␛[2Jb␊c\uFFFDd", TableDisplay.Text(table), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void LineAndParagraphSeparatorsBeginNoLine(string separator)
    {
        var table = KqlTable.FromRows([new("Name", KqlType.String)], [["one" + separator + "two"]]);
        Assert.EndsWith("\none\uFFFDtwo", TableDisplay.Text(table), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeSeenIsVisibleInHtmlWithTheExactTextBesideIt()
    {
        const string text = "a\u202Eb";
        var cell = Parse(KqlTable.FromRows([new("Name", KqlType.String)], [[text]])).Descendants("td").Single();
        Assert.Equal("a\uFFFDb", cell.Value);
        Assert.Equal(text, (string?)cell.Attribute("data-v"));
        Assert.Null(cell.Attribute("title"));
    }

    [Fact]
    public void ANullDiffersFromAnEmptyText()
    {
        var table = new KqlTable(
            [new("Name", KqlType.String), new("N", KqlType.Long)],
            [new ColumnVector<string>(["", ""], [false, true]), new ColumnVector<long>([0, 1], [true, false])]);
        var cells = Parse(table).Descendants("td").ToList();
        Assert.Equal(["", "null", "null", "1"], cells.Select(c => c.Value));
        Assert.Equal([false, true, true, false], cells.Select(c => c.Attribute("data-null") is not null));
        Assert.Equal("Name     N\n----  ----\n      null\nnull     1", TableDisplay.Text(table));
    }

    [Fact]
    public void ALongDynamicValueUnfoldsToIndentedJson()
    {
        var peers = new DynamicValue("{\"peers\":[" + string.Join(',', Enumerable.Repeat("\"10.0.0.1\"", 12)) + "]}");
        var table = KqlTable.FromRows(
            [new("D", KqlType.Dynamic)], [[peers], [new DynamicValue("{ \"a\": 1 }")], [new DynamicValue("[]")]]);
        var cells = Parse(table).Descendants("td").ToList();
        Assert.StartsWith("{\n  \"peers\": [\n    \"10.0.0.1\",\n", cells[0].Descendants("div").Single().Value);
        Assert.Equal("{\"a\":1}", cells[1].Value);
        Assert.Empty(cells[1].Elements());
    }

    [Fact]
    public void ATextOfSeveralLinesIsFoldedWithItsLinesKept()
    {
        var table = KqlTable.FromRows([new("Name", KqlType.String)], [["one\ntwo"]]);
        var details = Parse(table).Descendants("details").Single();
        Assert.Equal("one␊two", details.Element("summary")!.Value);
        Assert.Equal("one\ntwo", details.Element("div")!.Value);
    }

    [Fact]
    public void CountsAreGroupedWithTheExactNumberAsTitle()
    {
        var table = KqlTable.FromRows([new("count_", KqlType.Long), new("DestPort", KqlType.Int)], [[1234567L, 50000]]);
        var cells = Parse(table).Descendants("td").ToList();
        Assert.Equal(["1,234,567", "50000"], cells.Select(c => c.Value));
        Assert.Equal("1234567", (string?)cells[0].Attribute("title"));
    }

    [Fact]
    public void TheRootSaysHowManyRowsTheResultHasAndHeadingsTheirTypes()
    {
        var root = Parse(Peers, new TableDisplayOptions { RowLimit = 1 });
        Assert.Equal("2", (string?)root.Attribute("data-rows"));
        Assert.Equal(
            ["string", "datetime", "long"], root.Descendants("th").Select(th => (string?)th.Attribute("data-type")));
    }

    [Fact]
    public void TheScriptComesWithWhatItIsFor()
    {
        Assert.DoesNotContain("<script", Html(Peers, new() { Interactive = false }), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html(Peers, new() { RowLimit = 1 }), StringComparison.Ordinal);
        var few = TableDisplay.Html(Peers);
        Assert.Contains("data-script=\"sort\"", few, StringComparison.Ordinal);
        Assert.True(few.Length < 6_500, $"A table of two rows takes {few.Length} characters.");
        var many = Html(KqlTable.FromRows([new("N", KqlType.Int)], [.. Enumerable.Repeat<object?[]>([1], 8)]));
        Assert.Contains("data-script=\"sort filter\"", many, StringComparison.Ordinal);
        Assert.True(many.Length < 12_000, $"A table of eight rows takes {many.Length} characters.");
    }

    [Fact]
    public void PlainTextSaysNothingThatDiffersFromRunToRun()
    {
        var options = new TableDisplayOptions { Footer = "2 rows in 5 ms on sample", PlainFooter = "2 rows on sample" };
        Assert.EndsWith("\n2 rows on sample", TableDisplay.Text(Peers, options), StringComparison.Ordinal);
        Assert.Contains("2 rows in 5 ms on sample", TableDisplay.Html(Peers, options), StringComparison.Ordinal);
        Assert.All(TableDisplay.Text(Peers, options).Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void WideCharactersCountTwoColumns()
    {
        var table = KqlTable.FromRows(
            [new("Name", KqlType.String), new("N", KqlType.Int)], [["東京", 1], ["e\u0301t\u00E9", 2]]);
        Assert.Equal("Name  N\n----  -\n東京  1\ne\u0301t\u00E9   2", TableDisplay.Text(table));
    }

    [Theory]
    [InlineData("\u2705", 2)]
    [InlineData("\u231A", 2)]
    [InlineData("\U0001F7E2", 2)]
    [InlineData("\U0001FAE0", 2)]
    [InlineData("\uFF46", 2)]
    [InlineData("\uD55C", 2)]
    [InlineData("\u3000", 2)]
    [InlineData("\U0001F321", 1)]
    [InlineData("\u2600", 1)]
    [InlineData("\u4DC0", 1)]
    [InlineData("\u00FC", 1)]
    public void EachCharacterTakesTheColumnsThatTerminalsGiveIt(string character, int columns)
    {
        var table = KqlTable.FromRows([new("Name", KqlType.String), new("N", KqlType.Int)], [[character, 1]]);
        Assert.Equal(character + new string(' ', 6 - columns) + "1", TableDisplay.Text(table).Split('\n')[2]);
    }

    [Fact]
    public void AFoldedCellShowsThatItOpens()
    {
        var table = KqlTable.FromRows([new("Name", KqlType.String)], [["one\ntwo"]]);
        // Style sheets of classic Notebook make blocks of summaries, which takes their mark away.
        Assert.Contains("display:list-item", (string?)Parse(table).Descendants("summary").Single().Attribute("style"));
        Assert.Contains("max-height:24em", (string?)Parse(table).Descendants("details").Elements("div").Single().Attribute("style"));
    }

    [Fact]
    public void AGuidStaysOnOneLine()
    {
        var table = KqlTable.FromRows([new("Id", KqlType.Guid)], [[Guid.Empty]]);
        Assert.Equal(
            "text-align:left;white-space:nowrap", (string?)Parse(table).Descendants("td").Single().Attribute("style"));
    }

    [Fact]
    public void TheBundleBringsItsWholeTableForReports() =>
        Assert.Same(Peers, TableDisplay.Bundle(Peers, new TableDisplayOptions { RowLimit = 1 }).Table);

    [Fact]
    public void TheBundleHoldsHtmlAndText()
    {
        var bundle = TableDisplay.Bundle(Peers);
        Assert.Equal(["text/html", "text/plain"], bundle.Data.Keys.Order());
        Assert.Equal(TableDisplay.Text(Peers), bundle.Text("text/plain"));
    }

    private static XElement Parse(KqlTable table, TableDisplayOptions? options = null) =>
        XElement.Parse(WithoutScript(TableDisplay.Html(table, options)));

    private static string Html(KqlTable table, TableDisplayOptions? options = null) =>
        TableDisplay.Html(table, options);

    private static string WithoutScript(string html) =>
        html.IndexOf("<script>", StringComparison.Ordinal) is >= 0 and var at
            ? html[..at] + html[(html.IndexOf("</script>", StringComparison.Ordinal) + "</script>".Length)..]
            : html;
}
