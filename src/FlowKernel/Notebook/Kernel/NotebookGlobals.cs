using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>What C# cells name directly, besides their own variables.</summary>
public sealed class NotebookGlobals(Flow flow, Func<object?, MimeBundle?> showValue)
{
    /// <summary>Queries and recipes on the notebook's connections.</summary>
    public Flow Flow => flow;

    /// <summary>Shows a value under the running cell.</summary>
    public void Display(object? value)
    {
        if (showValue(value) is { } bundle)
            CellScope.Output?.Display(bundle);
    }

    /// <summary>Asks the user for a line.</summary>
    public Task<string> Input(string prompt = "") => Ask(prompt, password: false);

    /// <summary>Asks the user for a secret, which is not echoed.</summary>
    public Task<string> Password(string prompt = "") => Ask(prompt, password: true);

    private static Task<string> Ask(string prompt, bool password) =>
        CellScope.Output?.AskAsync(prompt, password, CellScope.Cancellation)
        ?? throw new NotSupportedException("Nobody can be asked outside a cell.");
}
