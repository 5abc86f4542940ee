using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Exporting;
using FlowKernel.Notebook.Kernel.Errors;
using FlowKernel.Reference;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>What a notebook is made of; the composing program fills it.</summary>
public sealed record NotebookParts
{
    /// <summary>Connections and queries.</summary>
    public required FlowSession Session { get; init; }

    /// <summary>The C# cells.</summary>
    public required ICSharpCells CSharp { get; init; }

    /// <summary>How query results are shown.</summary>
    public required ResultDisplay Display { get; init; }

    /// <summary>How C# values are shown, until it is cancelled; null for nothing to show.</summary>
    public required Func<object?, CancellationToken, Task<MimeBundle?>> ShowValue { get; init; }

    /// <summary>The language of <c>#!flowlogs</c> lines.</summary>
    public required IDirectiveLanguage Directives { get; init; }

    /// <summary>Opens connections and imports files.</summary>
    public required INotebookPlaces Places { get; init; }

    /// <summary>What the embedded engine makes of KQL, for help; null where the host has no such engine.</summary>
    public ILocalSupport? LocalSupport { get; init; }

    /// <summary>Writes reports, or null where the host has none.</summary>
    public IReportWriter? Reports { get; init; }

    /// <summary>The cells that a report lacks where it is made of a session, as the beginning of a sentence.</summary>
    public string UnseenCells { get; init; } = "A kernel does not see text cells";

    /// <summary>The notebook's file as far as the front end tells, or null.</summary>
    public Func<string?> NotebookFile { get; init; } = static () => null;

    /// <summary>The line of the user's cell that an exception points at, and a stack without our own frames.</summary>
    public required Func<Exception, CellFault> Explain { get; init; }
}
