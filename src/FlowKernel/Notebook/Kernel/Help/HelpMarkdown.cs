using System.Text;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>Pages of help as Markdown.</summary>
internal static class HelpMarkdown
{
    private static readonly string[] Marks = ["\\", "<", "*", "_", "[", "#"];

    public static string Write(IEnumerable<HelpBlock> blocks) => string.Join("\n\n", blocks.Select(Block)) + "\n";

    private static string Block(HelpBlock block) => block switch
    {
        HelpBlock.Heading heading => $"**{Escape(heading.Text)}**",
        HelpBlock.Paragraph paragraph => Inline(paragraph.Text),
        HelpBlock.Code code => $"```{code.Language}\n{code.Text}\n```",
        HelpBlock.Terms terms => string.Join('\n', terms.Items.Select(i => $"- `{i.Term}` {Inline(i.Text)}")),
        HelpBlock.Link link => $"<{link.Address}>",
        _ => throw new InvalidOperationException($"No Markdown for {block.GetType().Name}."),
    };

    private static string Inline(string text) => string.Concat(
        text.Split('`').Select((part, index) => index % 2 == 1 ? $"`{part}`" : Escape(part)));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text);
        foreach (var mark in Marks)
            escaped.Replace(mark, "\\" + mark);
        return escaped.ToString();
    }
}
