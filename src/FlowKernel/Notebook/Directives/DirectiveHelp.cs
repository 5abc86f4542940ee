namespace FlowKernel.Notebook.Directives;

/// <summary>How a directive is written.</summary>
/// <param name="Title">The directive, as far as it was named.</param>
/// <param name="Forms">Its forms, each with what it does.</param>
/// <param name="Options">Its options, each with what it means.</param>
public sealed record DirectiveHelp(
    string Title, IReadOnlyList<DirectiveUse> Forms, IReadOnlyList<DirectiveUse> Options)
{
    /// <summary>Cells to copy, each with what it is good for.</summary>
    public IReadOnlyList<DirectiveUse> Examples { get; init; } = [];

    /// <summary>What to ask about next.</summary>
    public IReadOnlyList<string> SeeAlso { get; init; } = [];
}

/// <summary>Something to write, and what it does.</summary>
public sealed record DirectiveUse(string Text, string Does);
