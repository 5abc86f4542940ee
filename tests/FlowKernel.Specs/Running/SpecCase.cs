namespace FlowKernel.Specs.Running;

/// <summary>
/// One query of a Markdown file with what it must give: a table whose header names columns and types, or a line
/// <c>Error: FK0131</c> with the start of the diagnostic's message after it.
/// </summary>
internal sealed record SpecCase(string File, int Line, string Heading, string Kql)
{
    /// <summary>The header's cells, such as <c>x:long</c>; empty where an error is expected.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>The cells of each row, as written.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    /// <summary>The expected error, <c>CODE: message</c>; null where a table is expected.</summary>
    public string? Error { get; init; }

    /// <summary>Where it stands and what it is about.</summary>
    public string Title => $"{File}:{Line} {Heading}";
}
