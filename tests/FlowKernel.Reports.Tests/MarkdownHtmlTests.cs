using FlowKernel.Notebook.Documents;

namespace FlowKernel.Reports.Tests;

public sealed class MarkdownHtmlTests : IDisposable
{
    private readonly string _around = Directory.CreateTempSubdirectory("flowkernel-pictures-").FullName;
    private readonly string _folder;
    private readonly string _outside;

    public MarkdownHtmlTests()
    {
        _folder = Directory.CreateDirectory(Path.Combine(_around, "notebooks")).FullName;
        _outside = Path.Combine(_around, "outside.png");
    }

    [Theory]
    [InlineData("~~gone~~", "<p><del>gone</del></p>")]
    [InlineData("https://example.com/x", "<a href=\"https://example.com/x\" class=\"bare\">https://example.com/x</a>")]
    [InlineData("<https://example.com/x>", "<a href=\"https://example.com/x\" class=\"bare\">https://example.com/x</a>")]
    [InlineData("[x](https://example.com/x)", "<a href=\"https://example.com/x\">x</a>")]
    [InlineData("- [x] done", "type=\"checkbox\" checked=\"checked\"")]
    [InlineData("| a |\n|---|\n| 1 |", "<td>1</td>")]
    [InlineData("<img src=x onerror=hit()>", "&lt;img src=x onerror=hit()&gt;")]
    [InlineData("[run](javascript:hit())", "<p>run</p>")]
    [InlineData("[run](JaVaScRiPt:hit())", "<p>run</p>")]
    [InlineData("[run](vbscript:hit())", "<p>run</p>")]
    [InlineData("<javascript:hit()>", "<p>javascript:hit()</p>")]
    [InlineData("<VBScript:hit()>", "<p>VBScript:hit()</p>")]
    [InlineData("<data:text/html,hit>", "<p>data:text/html,hit</p>")]
    [InlineData("[run](data:text/html,hit)", "<p>run</p>")]
    [InlineData("[run](&#1;javascript:hit())", "<p>run</p>")]
    [InlineData("[run](&#32;javascript:hit())", "<p>run</p>")]
    [InlineData("[run](javascript&colon;hit())", "<p>run</p>")]
    [InlineData("[run](javascript:%zz//)", "<p>run</p>")]
    [InlineData("[run](javascript://[)", "<p>run</p>")]
    [InlineData("[run][r]\n\n[r]: javascript:hit()", "<p>run</p>")]
    [InlineData("[run](https://example.com/a:b)", "<a href=\"https://example.com/a:b\">run</a>")]
    [InlineData("[run](sub/a:b.ipynb)", "<a href=\"sub/a:b.ipynb\">run</a>")]
    [InlineData("<a@b.ch>", "<a href=\"mailto:a@b.ch\" class=\"bare\">a@b.ch</a>")]
    [InlineData("[![x](gone.png)](javascript:hit())", "<p>x (a picture that is not in this file)</p>")]
    [InlineData("![x][r]\n\n[r]: data:image/gif;base64,AAAA", "<img src=\"data:image/gif;base64,AAAA\"")]
    [InlineData("![x](data:image/gif;base64,&quot;onerror=hit)", "base64,%22onerror=hit\"")]
    [InlineData("[other](other.ipynb)", "<a href=\"other.ipynb\">other</a>")]
    [InlineData("[mail](mailto:a@b.ch)", "<a href=\"mailto:a@b.ch\">mail</a>")]
    public void MarkdownShowsAsInJupyterButNothingInItRuns(string markdown, string html) =>
        Assert.Contains(html, Write(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("#Top-talkers:-10.1.0.0/16")]
    [InlineData("#top-talkers-10100_16")]
    [InlineData("#Top%20talkers:%2010.1.0.0_16")]
    public void LinksToHeadingsLeadThereHoweverTheyAreWritten(string link)
    {
        var html = Write($"# Top talkers: 10.1.0.0_16\n\n[there]({link.Replace('/', '_')})");
        var id = html.Split("<h1 id=\"")[1].Split('"')[0];
        Assert.Contains($"<a href=\"#{id}\">there</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadingsOfTheSameTextHaveAnchorsOfTheirOwn()
    {
        var contents = new Contents();
        new MarkdownHtml(contents, new MarkdownPictures(null, null)).Write("# One\n\n# One\n\n# !");
        Assert.Equal(["one", "one-1", "section"], contents.Headings.Select(h => h.Id));
    }

    [Fact]
    public void HeadingsOfOutputsHaveNoAnchorsThatThePageHasAlready() =>
        Assert.Equal("<h1>One</h1>\n", new MarkdownHtml(null, new MarkdownPictures(null, null)).Write("# One"));

    [Fact]
    public void PicturesAreInThePage()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a b.png"), [1, 2, 3]);
        Assert.Contains("<img src=\"data:image/png;base64,AQID\" alt=\"x\"", Write("![x](a%20b.png)"), StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/gif;base64,AAAA\"", Write("![x](data:image/gif;base64,AAAA)"), StringComparison.Ordinal);
        var cell = NotebookDocument.Parse("""
            {"cells":[{"cell_type":"markdown","metadata":{},"source":["![x](attachment:p.png)"],
              "attachments":{"p.png":{"image/png":"BBBB"}}}],"metadata":{},"nbformat":4,"nbformat_minor":4}
            """).OrThrow().Cells[0];
        Assert.Contains("<img src=\"data:image/png;base64,BBBB\"", Write(cell), StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkOfTheFileSystemLeadsNoOtherFileIntoThePage()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links need rights of their own there.");
        var outside = Directory.CreateTempSubdirectory("flowkernel-outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "secret.png"), "secret");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.png"), Path.Combine(outside, "secret.png"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "images"), outside);
        Assert.Contains("<p>x (a picture", Write("![x](link.png)"), StringComparison.Ordinal);
        Assert.Contains("<p>x (a picture", Write("![x](images/secret.png)"), StringComparison.Ordinal);
        Directory.Delete(outside, recursive: true);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("![x](")]
    public void TextThatIsNestedTooDeeplyIsShownAsItIs(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 5000)) + "<end>";
        Assert.Contains("&lt;end&gt;", Write(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"image/png\":{}}")]
    [InlineData("{\"image/png\":[1]}")]
    [InlineData("{\"image/png\":null}")]
    [InlineData("[]")]
    public void AnAttachmentThatIsNoneIsText(string forms)
    {
        var cell = NotebookDocument.Parse($$$"""
            {"cells":[{"cell_type":"markdown","metadata":{},"source":["![x](attachment:p.png)"],
              "attachments":{"p.png":{{{forms}}}}}],"metadata":{},"nbformat":4,"nbformat_minor":4}
            """).OrThrow().Cells[0];
        Assert.Contains("<p>x (a picture", Write(cell), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![map](https://example.com/m.png)", "<a href=\"https://example.com/m.png\">map (a picture that is not in this file)</a>")]
    [InlineData("![](gone.png)", "<p>gone.png (a picture that is not in this file)</p>")]
    [InlineData("![x](attachment:gone.png)", "<p>x (a picture that is not in this file)</p>")]
    [InlineData("![x](/etc/passwd)", "<p>x (a picture that is not in this file)</p>")]
    [InlineData("![x](../outside.png)", "<p>x (a picture that is not in this file)</p>")]
    [InlineData("![x](sub/../../outside.png)", "<p>x (a picture that is not in this file)</p>")]
    [InlineData("![x](//server/share/outside.png)", "<p>x (a picture that is not in this file)</p>")]
    [InlineData("![x](a%00.png)", "<p>x (a picture that is not in this file)</p>")]
    [InlineData("![x](file:///etc/x.png)", "<p>x (a picture that is not in this file)</p>")]
    public void APictureThatCannotBeInThePageIsTextOrALink(string markdown, string html)
    {
        File.WriteAllBytes(_outside, [1, 2, 3]);
        Assert.Contains(html, Write(markdown), StringComparison.Ordinal);
        Assert.Contains("<p>x (a picture", Write($"![x]({_outside.Replace('\\', '/')})"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_around, recursive: true);

    private string Write(string markdown) => Write(NotebookCell.Create("markdown", markdown));

    private string Write(NotebookCell cell) =>
        new MarkdownHtml(new Contents(), new MarkdownPictures(cell, _folder)).Write(cell.Source);
}
