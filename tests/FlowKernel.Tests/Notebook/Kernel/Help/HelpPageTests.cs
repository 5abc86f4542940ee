using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel.Help;

namespace FlowKernel.Tests.Notebook.Kernel.Help;

public sealed class HelpPageTests
{
    private static readonly MimeBundle Page = new HelpPage("Column <b>")
        .Say("Say `a < b` & <i>no</i> more.")
        .Show("print \"<script>\"\n")
        .List([("--ip", "An address."), ("a-term-that-is-longer-than-others", "Long.")])
        .SeeAlso(["has", "in"])
        .Link("https://learn.microsoft.com/kusto/query/has-operator")
        .ToBundle();

    [Fact]
    public void HtmlIsEncoded()
    {
        var html = Page.Text(MimeTypes.Html)!;
        Assert.Contains("<strong>Column &lt;b&gt;</strong>", html);
        Assert.Contains("<p>Say <code>a &lt; b</code> &amp; &lt;i&gt;no&lt;/i&gt; more.</p>", html);
        Assert.Contains("<code>print &quot;&lt;script&gt;&quot;</code>", html);
        Assert.Contains("<li><code>--ip</code> An address.</li>", html);
    }

    [Fact]
    public void MarkdownKeepsCodeAndEscapesMarks()
    {
        var markdown = Page.Text(MimeTypes.Markdown)!;
        Assert.Contains("Say `a < b` & \\<i>no\\</i> more.", markdown);
        Assert.Contains("```kql\nprint \"<script>\"\n```", markdown);
        Assert.Contains("See also: `has`, `in`", markdown);
    }

    [Fact]
    public void PlainTextAlignsWhatIsShort() => Assert.Equal(
        """
        Column <b>

        Say a < b & <i>no</i> more.

            print "<script>"

          --ip  An address.
          a-term-that-is-longer-than-others
                Long.

        See also: has, in

        https://learn.microsoft.com/kusto/query/has-operator
        """.ReplaceLineEndings("\n"),
        Page.Text(MimeTypes.Plain));

    [Fact]
    public void APageBeginsWithAllUpToItsFirstList()
    {
        var page = new HelpPage("Name").Say("What it does.").List([("a", "One.")]).Show("print 1").List([("b", "Two.")]);
        Assert.Equal("Name\n\nWhat it does.\n\n  a  One.", page.Beginning().ToBundle().Text(MimeTypes.Plain));
        Assert.Equal("Name\n\nAll.", new HelpPage("Name").Say("All.").Beginning().ToBundle().Text(MimeTypes.Plain));
    }

    [Fact]
    public void NothingToSayAddsNothing() =>
        Assert.Equal("Name", new HelpPage("Name").Say("").Show("").List([]).SeeAlso([]).Link(null).ToBundle()
            .Text(MimeTypes.Plain));
}
