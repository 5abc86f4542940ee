using System.Text;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>A page of help: a heading, then paragraphs and code, in Markdown and as plain text.</summary>
internal sealed class HelpPage(string heading)
{
    private readonly StringBuilder _markdown = new($"**{heading}**\n");
    private readonly StringBuilder _plain = new(heading + "\n");

    /// <summary>Adds a paragraph.</summary>
    public HelpPage Say(string text)
    {
        if (text.Length == 0)
            return this;
        _markdown.Append('\n').Append(text.Replace("<", "\\<", StringComparison.Ordinal)).Append('\n');
        _plain.Append('\n').Append(text).Append('\n');
        return this;
    }

    /// <summary>Adds text that is Markdown already.</summary>
    public HelpPage Say(string markdown, string plain)
    {
        _markdown.Append('\n').Append(markdown).Append('\n');
        _plain.Append('\n').Append(plain).Append('\n');
        return this;
    }

    /// <summary>Adds code to copy.</summary>
    public HelpPage Show(string code, string language = "kql")
    {
        _markdown.Append("\n```").Append(language).Append('\n').Append(code.TrimEnd()).Append("\n```\n");
        _plain.Append('\n').Append("    ").Append(code.TrimEnd().ReplaceLineEndings("\n    ")).Append('\n');
        return this;
    }

    /// <summary>Both forms.</summary>
    public MimeBundle ToBundle() => MimeBundle.Of(
        (MimeTypes.Markdown, _markdown.ToString()), (MimeTypes.Plain, _plain.ToString().TrimEnd()));
}
