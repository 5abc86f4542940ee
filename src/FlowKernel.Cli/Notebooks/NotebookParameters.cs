using FlowKernel.Cli.Commands;
using FlowKernel.CSharp;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Running;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Cli.Notebooks;

/// <summary>
/// Values from the command line for a notebook: the cell tagged <c>parameters</c> declares variables with defaults, and
/// right after it the given values take their place, read as the variables' types.
/// </summary>
internal sealed class NotebookParameters(CSharpCells cells, IReadOnlyList<string> given)
{
    private bool _applied;

    /// <summary>Sets the values when <paramref name="cell"/> is the one that declares them.</summary>
    public async Task<CellError?> AfterCellAsync(NotebookCell cell, CancellationToken cancellation)
    {
        if (_applied || given.Count == 0 || !cell.Tags.Contains("parameters"))
            return null;
        _applied = true;
        foreach (var text in given)
        {
            if (await SetAsync(text, cancellation) is { } error)
                return error;
        }

        return null;
    }

    /// <summary>A failure when values were given but no cell declares parameters.</summary>
    public CellFailure? Unused() => _applied || given.Count == 0
        ? null
        : new CellFailure(1, null, Error(
            "FK0710", "No cell of this notebook is tagged 'parameters', so --param has no effect."));

    private async Task<CellError?> SetAsync(string text, CancellationToken cancellation)
    {
        if (ParameterText.Split(text) is not { } pair)
            return Error("FK0701", $"'{text}' is not a parameter. Write name=value, such as ip=10.1.1.8.");
        if (!cells.TryGet(pair.Key, out _, out var type))
            return Error("FK0711", $"The cell tagged 'parameters' declares no variable '{pair.Key}'.", Nearest(pair.Key));
        if (TypeOf(type) is not { } kind || !KqlValues.TryParse(kind, pair.Value, out var value))
            return Error("FK0712", $"'{pair.Value}' is not a {type.Name}, which the variable '{pair.Key}' is.");
        await cells.SetAsync(pair.Key, value, type, cancellation);
        return null;
    }

    private static KqlType? TypeOf(Type type)
    {
        foreach (var kind in Enum.GetValues<KqlType>())
        {
            if (kind.ClrType() == type)
                return kind;
        }

        return null;
    }

    private string Nearest(string name) => NearestName.Find(name, cells.Variables) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : $"Its variables: {string.Join(", ", cells.Variables)}.";

    private static CellError Error(string code, string message, string? hint = null) =>
        new(code, message, hint is null ? [$"{code}: {message}"] : [$"{code}: {message}", hint]);
}
