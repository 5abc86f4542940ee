namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>A part of a page of help.</summary>
internal abstract record HelpBlock
{
    /// <summary>What the following parts are about.</summary>
    public sealed record Heading(string Text) : HelpBlock;

    /// <summary>Sentences; words between backticks are code.</summary>
    public sealed record Paragraph(string Text) : HelpBlock;

    /// <summary>Code to copy.</summary>
    public sealed record Code(string Text, string Language) : HelpBlock;

    /// <summary>Terms, each with what it means; the terms are code.</summary>
    public sealed record Terms(IReadOnlyList<(string Term, string Text)> Items) : HelpBlock;

    /// <summary>The address of a page on the web.</summary>
    public sealed record Link(string Address) : HelpBlock;
}
