using FlowKernel.Diagnostics;
using FlowKernel.Session;

namespace FlowKernel.Notebook;

/// <summary>The C# side of a notebook: a script that grows by cells, with its variables.</summary>
public interface ICSharpCells
{
    /// <summary>
    /// Compiles and runs a segment. Compile errors come as diagnostics with offsets into the text of
    /// <paramref name="code"/>; what the code throws comes out as it is. Console output goes to
    /// <paramref name="output"/>.
    /// </summary>
    Task<Outcome<ScriptValue>> RunAsync(CellCode code, ICellOutput output, CancellationToken cancellation);

    /// <summary>What could stand at an offset.</summary>
    Task<CompletionList> CompleteAsync(string code, int offset, CancellationToken cancellation);

    /// <summary>What stands at an offset, or null.</summary>
    Task<QuickInfo?> ExplainAsync(string code, int offset, CancellationToken cancellation);

    /// <summary>
    /// What a name stands for, with the bare names of members that cells are given, such as <c>Chart</c>; null for what
    /// is no name, or of nothing.
    /// </summary>
    Task<QuickInfo?> ExplainNameAsync(string name, CancellationToken cancellation);

    /// <summary>The bare names of members that can be asked about.</summary>
    IEnumerable<string> Members { get; }

    /// <summary>Whether the code can run as it stands.</summary>
    Completeness CompletenessOf(string code);

    /// <summary>Declares a variable for later cells; replaces one of the same name.</summary>
    Task SetAsync(string name, object? value, Type type, CancellationToken cancellation);

    /// <summary>
    /// Declares a variable that holds a result with typed rows and columns; replaces one of the same name. Columns of
    /// the same names and types give the same C# types again.
    /// </summary>
    Task KeepAsync(string name, FlowResult result, CancellationToken cancellation);

    /// <summary>What speaks against a variable of this name; spans are offsets into the name.</summary>
    IReadOnlyList<Diagnostic> CheckName(string name);

    /// <summary>The names of all variables that cells have declared.</summary>
    IEnumerable<string> Variables { get; }

    /// <summary>The names of all types and functions that cells have declared.</summary>
    IEnumerable<string> Declarations => [];

    /// <summary>Finds a variable of an earlier cell; false when there is none.</summary>
    bool TryGet(string name, out object? value, out Type type);
}

/// <summary>What a script's last expression gave.</summary>
/// <param name="Value">The value, or null.</param>
/// <param name="HasValue">False when the last thing was a statement.</param>
public sealed record ScriptValue(object? Value, bool HasValue);
