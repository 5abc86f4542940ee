using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Output;

/// <summary>Swallows all output: for cells that the kernel itself writes.</summary>
internal sealed class SilentOutput : ICellOutput
{
    public static SilentOutput Instance { get; } = new();

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
        throw new NotSupportedException("Nobody can answer here.");
}
