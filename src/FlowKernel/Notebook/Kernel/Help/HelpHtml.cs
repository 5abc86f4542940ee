using FlowKernel.Notebook.Display;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>Pages of help as HTML that takes its colours from where it is shown, and all texts encoded.</summary>
internal static class HelpHtml
{
    public static string Write(IEnumerable<HelpBlock> blocks) =>
        $"<div class=\"fk-help {HtmlText.NoMathematics}\" style=\"max-width:52em\">{string.Concat(blocks.Select(Block))}</div>";

    private static string Block(HelpBlock block) => block switch
    {
        HelpBlock.Heading heading => $"<p><strong>{Encode(heading.Text)}</strong></p>",
        HelpBlock.Paragraph paragraph => $"<p>{Inline(paragraph.Text)}</p>",
        HelpBlock.Code code => $"<pre style=\"white-space:pre-wrap;margin:0 0 1em\"><code>{Encode(code.Text)}</code></pre>",
        HelpBlock.Terms terms => $"<ul>{string.Concat(terms.Items.Select(Item))}</ul>",
        HelpBlock.Link link =>
            $"<p><a href=\"{Encode(link.Address)}\" target=\"_blank\" rel=\"noopener\">{Encode(link.Address)}</a></p>",
        _ => throw new InvalidOperationException($"No HTML for {block.GetType().Name}."),
    };

    private static string Item((string Term, string Text) item) =>
        $"<li><code>{Encode(item.Term)}</code> {Inline(item.Text)}</li>";

    // Every other part lies between backticks.
    private static string Inline(string text) => string.Concat(
        text.Split('`').Select((part, index) => index % 2 == 1 ? $"<code>{Encode(part)}</code>" : Encode(part)));

    private static string Encode(string text) => HtmlText.Encode(HtmlText.Visible(text));
}
