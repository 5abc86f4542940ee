namespace FlowKernel.Notebook;

/// <summary>Where a running cell's output goes. Safe to call from any thread, also after the cell has ended.</summary>
public interface ICellOutput
{
    /// <summary>Text for the standard output, shown while the cell runs.</summary>
    void WriteOut(string text);

    /// <summary>Text for the standard error.</summary>
    void WriteError(string text);

    /// <summary>Shows something; with an id it can be updated later.</summary>
    void Display(MimeBundle bundle, string? displayId = null);

    /// <summary>Replaces all that was shown under an id.</summary>
    void UpdateDisplay(string displayId, MimeBundle bundle);

    /// <summary>Removes the cell's output; with <paramref name="wait"/>, when the next output comes.</summary>
    void Clear(bool wait);

    /// <summary>Asks the user for a line; throws <see cref="NotSupportedException"/> where nobody can answer.</summary>
    Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation);
}
