namespace FlowKernel.Notebook.Kernel;

/// <summary>An output that shows nothing and answers nothing.</summary>
internal sealed class SilentCell : ICellOutput
{
    public static SilentCell Output { get; } = new();

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
        throw new NotSupportedException("This expression cannot ask for input.");
}
