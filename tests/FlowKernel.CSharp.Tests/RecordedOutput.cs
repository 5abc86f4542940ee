using System.Collections.Concurrent;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests;

internal sealed class RecordedOutput : ICellOutput
{
    private readonly ConcurrentQueue<string> _out = new();
    private readonly ConcurrentQueue<string> _error = new();

    public string Out => string.Concat(_out);

    public string Error => string.Concat(_error);

    public List<MimeBundle> Shown { get; } = [];

    public string Answer { get; init; } = "";

    public void WriteOut(string text) => _out.Enqueue(text);

    public void WriteError(string text) => _error.Enqueue(text);

    public void Display(MimeBundle bundle, string? displayId = null) => Shown.Add(bundle);

    public void UpdateDisplay(string displayId, MimeBundle bundle) => Shown.Add(bundle);

    public void Clear(bool wait) => Shown.Clear();

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        Task.FromResult(Answer);
}
