using FlowKernel.Notebook;

namespace FlowKernel.Tests.Notebook;

/// <summary>Keeps what a cell shows, in order; an update takes the place of what it updates.</summary>
internal sealed class RecordedOutput : ICellOutput
{
    private readonly List<(string? Id, MimeBundle Bundle)> _shown = [];

    public IReadOnlyList<MimeBundle> Shown => [.. _shown.Select(s => s.Bundle)];

    /// <summary>The plain forms of what stands there now.</summary>
    public IReadOnlyList<string> Lines => [.. _shown.Select(s => s.Bundle.Text(MimeTypes.Plain)!)];

    public string Error { get; private set; } = "";

    public int Messages { get; private set; }

    public void WriteOut(string text) => Display(MimeBundle.Plain(text));

    public void WriteError(string text) => Error += text;

    public void Display(MimeBundle bundle, string? displayId = null)
    {
        Messages++;
        _shown.Add((displayId, bundle));
    }

    public void UpdateDisplay(string displayId, MimeBundle bundle)
    {
        Messages++;
        var place = _shown.FindIndex(s => s.Id == displayId);
        Assert.True(place >= 0, "What is updated was never shown.");
        _shown[place] = (displayId, bundle);
    }

    public void Clear(bool wait) => _shown.Clear();

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
