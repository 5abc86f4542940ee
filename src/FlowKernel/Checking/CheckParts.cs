using FlowKernel.Notebook;
using FlowKernel.Notebook.Directives;
using FlowKernel.Session;

namespace FlowKernel.Checking;

/// <summary>What a check is made of; the composing program fills it.</summary>
public sealed record CheckParts
{
    /// <summary>What knows KQL.</summary>
    public required IKqlLanguage Language { get; init; }

    /// <summary>The language of <c>#!flowlogs</c> lines.</summary>
    public required IDirectiveLanguage Directives { get; init; }

    /// <summary>What knows C#.</summary>
    public required ICSharpChecking CSharp { get; init; }
}

/// <summary>Makes checks of C#.</summary>
public interface ICSharpChecking
{
    /// <summary>The C# of one notebook or script, for queries of a session; compiled, never run.</summary>
    /// <param name="session">What the queries in its strings are checked against.</param>
    /// <param name="folder">Where relative paths in <c>#r</c> and <c>#load</c> start.</param>
    ICheckedCells Cells(FlowSession session, string folder);

    /// <summary>Source files of programs, seen together.</summary>
    /// <param name="files">Their paths and texts.</param>
    /// <param name="session">What the queries in their strings are checked against.</param>
    ICheckedSources Sources(IReadOnlyList<(string Path, string Text)> files, FlowSession session);
}

/// <summary>Cells that are compiled on top of each other but do not run: variables have types and no values.</summary>
public interface ICheckedCells : ICSharpCells
{
    /// <summary>
    /// Expects a variable that is missing only because a query before was wrong: its absence is no mistake of its own.
    /// </summary>
    void Forgive(string name);
}

/// <summary>Source files of programs whose references are not all known.</summary>
public interface ICheckedSources
{
    /// <summary>
    /// What is wrong with a file: its syntax, and the KQL in its strings. Names that C# does not know are not told,
    /// since the program may have references that are not here.
    /// </summary>
    Task<IReadOnlyList<Diagnostics.Diagnostic>> CheckAsync(string path, CancellationToken cancellation);
}
