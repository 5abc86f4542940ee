using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Execution;

/// <summary>The output of a cell that may show nothing.</summary>
internal sealed class SilentOutput : ICellOutput
{
    public void WriteOut(string text)
    {
    }

    public void WriteError(string text)
    {
    }

    public void Display(MimeBundle bundle, string? displayId = null)
    {
    }

    public void UpdateDisplay(string displayId, MimeBundle bundle)
    {
    }

    public void Clear(bool wait)
    {
    }

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new NotSupportedException("A silent cell cannot ask the user for input.");
}
