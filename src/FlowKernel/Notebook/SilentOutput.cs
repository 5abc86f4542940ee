namespace FlowKernel.Notebook;

/// <summary>
/// The output of code that may show nothing: a silent cell, a cell of the kernel's own, an expression that is only
/// evaluated. All that is written is dropped; asking throws <see cref="NotSupportedException"/>.
/// </summary>
public sealed class SilentOutput : ICellOutput
{
    private SilentOutput()
    {
    }

    /// <summary>The one instance, since nothing is kept.</summary>
    public static SilentOutput Instance { get; } = new();

    /// <inheritdoc/>
    public void WriteOut(string text)
    {
    }

    /// <inheritdoc/>
    public void WriteError(string text)
    {
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string? displayId = null)
    {
    }

    /// <inheritdoc/>
    public void UpdateDisplay(string displayId, MimeBundle bundle)
    {
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
    }

    /// <summary>Throws <see cref="NotSupportedException"/>: nobody sees the question.</summary>
    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new NotSupportedException("Code whose output is not shown cannot ask for input.");
}
