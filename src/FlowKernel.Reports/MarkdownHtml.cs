using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FlowKernel.Reports;

/// <summary>Markdown as HTML: what Jupyter shows of it, but raw HTML as text and pictures inside the page.</summary>
/// <param name="contents">Takes the headings and gives them anchors; null where they are none of the report.</param>
/// <param name="pictures">Finds what pictures show.</param>
internal sealed partial class MarkdownHtml(Contents? contents, MarkdownPictures pictures)
{
    /// <summary>Of a link whose text is its address already, which paper need not say once more.</summary>
    private const string Bare = "bare";

    private static readonly string[] Harmless = ["http", "https", "mailto", "file"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoLinks()
        .DisableHtml().Build();

    /// <summary>The HTML; the text itself where it is nested too deeply to be read.</summary>
    public string Write(string markdown)
    {
        try
        {
            return Html(markdown);
        }
        catch (ArgumentException)
        {
            // Markdig's word for too deep.
            return $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>\n";
        }
    }

    private string Html(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (contents?.Add(heading.Level, TextOf(heading)) is { } id)
                heading.GetAttributes().Id = id;
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage)
                pictures.Embed(link);
            else
                Follow(link);
        }

        foreach (var address in document.Descendants<AutolinkInline>().Where(a => !a.IsEmail && Runs(a.Url)).ToList())
            address.ReplaceBy(new LiteralInline(address.Url));
        foreach (var address in document.Descendants<Inline>().Where(i => i is AutolinkInline or LinkInline { IsAutoLink: true }))
            address.GetAttributes().AddClass(Bare);
        return document.ToHtml(Pipeline);
    }

    // A link within the notebook names a heading as Jupyter or as code hosts do; one that would run something is text.
    private static void Follow(LinkInline link)
    {
        if (link.Url is ['#', .. var heading])
            link.Url = "#" + Anchor.Of(Uri.UnescapeDataString(heading));
        else if (link.Url is { } url && Runs(url))
            link.ReplaceBy(new ContainerInline());
    }

    // As browsers find the scheme: in what is no address otherwise too.
    private static bool Runs(string url) =>
        Scheme().Match(url) is { Success: true } match && !Harmless.Contains(match.Groups[1].Value, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A[\0-\x20]*([a-z][a-z0-9+.-]*):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    private static string TextOf(HeadingBlock heading) => heading.Inline is null
        ? ""
        : string.Concat(heading.Inline.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        }));
}
