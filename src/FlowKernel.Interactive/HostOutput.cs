using FlowKernel.Notebook;
using FlowKernel.Notebook.Formatting;

namespace FlowKernel.Interactive;

/// <summary>A running cell's output, as the host takes it.</summary>
internal sealed class HostOutput(Action<ShownCell> show) : ICellOutput
{
    public void WriteOut(string text) => show(new ShownCell(ShownKind.Output, Plain(text)));

    public void WriteError(string text) => show(new ShownCell(ShownKind.Error, Plain(text)));

    public void Display(MimeBundle bundle, string? displayId = null) =>
        show(new ShownCell(ShownKind.Display, Forms(bundle), displayId));

    public void UpdateDisplay(string displayId, MimeBundle bundle) =>
        show(new ShownCell(ShownKind.Update, Forms(bundle), displayId));

    // The host has no such message; nothing that runs here needs it.
    public void Clear(bool wait)
    {
    }

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new NotSupportedException("A KQL cell of .NET Interactive cannot ask for input.");

    private static Dictionary<string, string> Plain(string text) => new() { [MimeTypes.Plain] = text };

    private static Dictionary<string, string> Forms(MimeBundle bundle) =>
        bundle.Data.ToDictionary(form => form.Key, form => BundleText.Of(form.Value));
}
