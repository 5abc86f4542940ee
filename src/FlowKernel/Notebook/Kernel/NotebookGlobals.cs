using System.Diagnostics.CodeAnalysis;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>What C# cells name directly, besides their own variables.</summary>
public sealed class NotebookGlobals(Flow flow, Func<object?, MimeBundle?> showValue)
{
    /// <summary>Queries and recipes on the notebook's connections.</summary>
    public Flow Flow => flow;

    /// <summary>
    /// Shows a value under the running cell; under an <paramref name="id"/> it can be replaced by <see cref="Update"/>.
    /// </summary>
    public void Display(object? value, string? id = null)
    {
        if (showValue(value) is { } bundle)
            CellScope.Output?.Display(bundle, id);
    }

    /// <summary><see cref="Display"/>, by the name that it has in .NET Interactive's notebooks.</summary>
    [SuppressMessage("Style", "IDE1006", Justification = "Notebooks written for .NET Interactive say it so.")]
    public void display(object? value, string? id = null) => Display(value, id);

    /// <summary>
    /// Replaces what was displayed under an id, in whichever cell that was; nothing happens when nothing was.
    /// </summary>
    public void Update(string id, object? value)
    {
        if (showValue(value) is { } bundle)
            CellScope.Output?.UpdateDisplay(id, bundle);
    }

    /// <summary>
    /// Removes what the running cell has shown so far: at once, or, with <paramref name="wait"/>, when it next shows
    /// something, so that what changes often does not flicker.
    /// </summary>
    public void ClearOutput(bool wait = false) => CellScope.Output?.Clear(wait);

    /// <summary>Asks the user for a line.</summary>
    public Task<string> Input(string prompt = "") => Ask(prompt, password: false);

    /// <summary>Asks the user for a secret, which is not echoed.</summary>
    public Task<string> Password(string prompt = "") => Ask(prompt, password: true);

    private static Task<string> Ask(string prompt, bool password) =>
        CellScope.Output?.AskAsync(prompt, password, CellScope.Cancellation)
        ?? throw new NotSupportedException("Nobody can be asked outside a cell.");
}
