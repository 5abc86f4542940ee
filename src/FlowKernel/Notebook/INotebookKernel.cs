using FlowKernel.Session;

namespace FlowKernel.Notebook;

/// <summary>
/// A kernel as its hosts see it: runs cells, completes and explains their text. Hosts (Jupyter, headless run) only
/// translate. Offsets are UTF-16 units. Cells run one at a time; the other calls may come while one runs.
/// </summary>
public interface INotebookKernel : IAsyncDisposable
{
    /// <summary>Runs a cell. Never throws for what the cell does; cancellation ends it with an error result.</summary>
    Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation);

    /// <summary>What could stand at an offset.</summary>
    Task<CompletionList> CompleteAsync(string cell, int offset, CancellationToken cancellation);

    /// <summary>What stands at an offset, or null.</summary>
    Task<MimeBundle?> InspectAsync(string cell, int offset, CancellationToken cancellation);

    /// <summary>Whether the cell can run as it stands.</summary>
    Task<Completeness> CompletenessAsync(string cell, CancellationToken cancellation);

    /// <summary>The value of an expression for <c>user_expressions</c>, or an error.</summary>
    Task<CellResult> EvaluateAsync(string expression, CancellationToken cancellation);

    /// <summary>
    /// What a thread that a cell started was ended by, to show; null when it is not the cell's own code that failed.
    /// </summary>
    CellError? ErrorOfThread(Exception exception) => null;
}

/// <summary>A cell to run.</summary>
/// <param name="Code">Its text.</param>
/// <param name="Number">Its execution count, from 1.</param>
/// <param name="Silent">True when nothing may be shown.</param>
public sealed record CellRequest(string Code, int Number, bool Silent = false);
