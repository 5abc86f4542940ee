namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>
/// A page of help: a heading, then paragraphs, code and lists. Words between backticks are code, in all forms of the
/// page.
/// </summary>
internal sealed class HelpPage(string heading)
{
    private readonly List<HelpBlock> _blocks = [new HelpBlock.Heading(heading)];

    /// <summary>What the page is made of, in order.</summary>
    public IReadOnlyList<HelpBlock> Blocks => _blocks;

    /// <summary>Adds a paragraph; an empty one adds nothing.</summary>
    public HelpPage Say(string text) => text.Length == 0 ? this : Add(new HelpBlock.Paragraph(text));

    /// <summary>Adds code to copy; an empty one adds nothing.</summary>
    public HelpPage Show(string code, string language = "kql") =>
        code.Length == 0 ? this : Add(new HelpBlock.Code(code.TrimEnd().ReplaceLineEndings("\n"), language));

    /// <summary>Adds terms, each with what it means.</summary>
    public HelpPage List(IEnumerable<(string Term, string Text)> items)
    {
        var list = items.ToList();
        return list.Count == 0 ? this : Add(new HelpBlock.Terms(list));
    }

    /// <summary>Adds names to ask about next.</summary>
    public HelpPage SeeAlso(IReadOnlyList<string> names) =>
        names.Count == 0 ? this : Say("See also: " + string.Join(", ", names.Select(name => $"`{name}`")));

    /// <summary>Adds the address of a page on the web, or nothing.</summary>
    public HelpPage Link(string? address) => address is null ? this : Add(new HelpBlock.Link(address));

    /// <summary>Adds all of another page.</summary>
    public HelpPage And(HelpPage other)
    {
        _blocks.AddRange(other.Blocks);
        return this;
    }

    /// <summary>The page as far as its first list: what it is about, without examples and what else there is.</summary>
    public HelpPage Beginning()
    {
        var list = _blocks.FindIndex(block => block is HelpBlock.Terms);
        var beginning = new HelpPage(heading);
        beginning._blocks.AddRange(list < 0 ? _blocks[1..] : _blocks[1..(list + 1)]);
        return beginning;
    }

    /// <summary>The page as HTML, Markdown and plain text.</summary>
    public MimeBundle ToBundle() => MimeBundle.Of(
        (MimeTypes.Html, HelpHtml.Write(_blocks)),
        (MimeTypes.Markdown, HelpMarkdown.Write(_blocks)),
        (MimeTypes.Plain, HelpPlain.Write(_blocks)));

    private HelpPage Add(HelpBlock block)
    {
        _blocks.Add(block);
        return this;
    }
}
