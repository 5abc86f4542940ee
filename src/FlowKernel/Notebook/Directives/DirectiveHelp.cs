using FlowKernel.Text;

namespace FlowKernel.Notebook.Directives;

/// <summary>How a directive is written.</summary>
/// <param name="Title">The directive, as far as it was named.</param>
/// <param name="Forms">Its forms, each with what it does.</param>
/// <param name="Options">Its options, each with what it means.</param>
public sealed record DirectiveHelp(
    string Title, IReadOnlyList<DirectiveUse> Forms, IReadOnlyList<DirectiveUse> Options)
{
    /// <summary>Sentences on what else there is to know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Cells to copy, each with what it is good for.</summary>
    public IReadOnlyList<DirectiveUse> Examples { get; init; } = [];

    /// <summary>What to ask about next.</summary>
    public IReadOnlyList<string> SeeAlso { get; init; } = [];
}

/// <summary>Something to write, and what it does.</summary>
public sealed record DirectiveUse(string Text, string Does);

/// <summary>A word of a line, by the name that help knows it under.</summary>
/// <param name="Name">A name to ask help about; one of a directive begins with <c>#!flowlogs</c>.</param>
/// <param name="Span">Where the word stands in the line.</param>
public sealed record DirectiveTopic(string Name, TextSpan Span);
