using FlowKernel.Diagnostics;

namespace FlowKernel.Checking;

/// <summary>A text that was checked: a file, or a cell of a notebook.</summary>
/// <param name="Content">The text that the diagnostics' spans are offsets into.</param>
/// <param name="Diagnostics">What was found, in the order of the text.</param>
public sealed record CheckedText(string Content, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The cell's place among all cells of its notebook, from 1; null for a text that is no cell.</summary>
    public int? Cell { get; init; }
}

/// <summary>A file that was to be checked.</summary>
/// <param name="Path">Its path as the user named it.</param>
/// <param name="Content">All of its text; empty when it could not be read.</param>
/// <param name="Texts">What was checked of it.</param>
public sealed record CheckedFile(string Path, string Content, IReadOnlyList<CheckedText> Texts)
{
    /// <summary>Why it could not be checked, or null.</summary>
    public Diagnostic? NotChecked { get; init; }

    /// <summary>All that was found in it.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Texts.SelectMany(t => t.Diagnostics);
}

/// <summary>What a check of files found.</summary>
/// <param name="Files">The files, in the order in which they were checked.</param>
public sealed record CheckReport(IReadOnlyList<CheckedFile> Files)
{
    /// <summary>How many errors there are.</summary>
    public int Errors => Count(Severity.Error);

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Count(Severity.Warning);

    /// <summary>How many files could not be checked.</summary>
    public int NotChecked => Files.Count(f => f.NotChecked is not null);

    private int Count(Severity severity) => Files.Sum(f => f.Diagnostics.Count(d => d.Severity == severity));
}
