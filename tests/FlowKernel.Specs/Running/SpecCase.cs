namespace FlowKernel.Specs.Running;

/// <summary>
/// One query of a Markdown file with what it must give: a table for each of its results, or a line
/// <c>Error: FK0131</c> with the start of the diagnostic's message after it.
/// </summary>
internal sealed record SpecCase(string File, int Line, string Heading, string Kql)
{
    /// <summary>The tables, in order; none where an error is expected.</summary>
    public IReadOnlyList<ExpectedTable> Tables { get; init; } = [];

    /// <summary>The expected error, <c>CODE: message</c>; null where tables are expected.</summary>
    public string? Error { get; init; }

    /// <summary>Where it stands and what it is about.</summary>
    public string Title => $"{File}:{Line} {Heading}";
}

/// <summary>A table of a Markdown file.</summary>
/// <param name="Header">The header's cells, such as <c>x:long</c>.</param>
/// <param name="Rows">The cells of each row, as written.</param>
internal sealed record ExpectedTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);
