using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FlowKernel.Reports;

/// <summary>Markdown cells as HTML; raw HTML in them is shown as text.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().DisableHtml().Build();

    /// <summary>The HTML; its headings go into the contents under ids that are unique in the page.</summary>
    public static string Write(string markdown, Contents contents)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var id = $"h{contents.Headings.Count + 1}";
            heading.GetAttributes().Id = id;
            contents.Add(heading.Level, id, TextOf(heading));
        }

        return document.ToHtml(Pipeline);
    }

    private static string TextOf(HeadingBlock heading) => heading.Inline is null
        ? ""
        : string.Concat(heading.Inline.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        }));
}
