using FlowKernel.Notebook.Running;

namespace FlowKernel.Notebook.Exporting;

/// <summary>A cell's output on its way to the host, remembered so that it can be written again.</summary>
internal sealed class CellRecording(CellRequest cell, ICellOutput host) : ICellOutput
{
    private const int MostEvents = 2000;
    private readonly Lock _gate = new();
    private readonly List<Action<NotebookOutput>> _events = [];
    private CellResult _result = CellResult.Done;

    /// <summary>The cell's text.</summary>
    public string Code => cell.Code;

    public void WriteOut(string text) => Pass(o => o.WriteOut(text), host.WriteOut, text);

    public void WriteError(string text) => Pass(o => o.WriteError(text), host.WriteError, text);

    public void Display(MimeBundle bundle, string? displayId = null)
    {
        Remember(o => o.Display(bundle, displayId));
        host.Display(bundle, displayId);
    }

    public void UpdateDisplay(string displayId, MimeBundle bundle)
    {
        Remember(o => o.UpdateDisplay(displayId, bundle));
        host.UpdateDisplay(displayId, bundle);
    }

    public void Clear(bool wait)
    {
        Remember(o => o.Clear(wait));
        host.Clear(wait);
    }

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        host.AskAsync(prompt, password, cancellation);

    /// <summary>Remembers how the cell ended.</summary>
    public void Finish(CellResult result) => _result = result;

    /// <summary>Writes all of it into a notebook's cell.</summary>
    public void Replay(NotebookOutput output)
    {
        lock (_gate)
        {
            foreach (var step in _events)
                step(output);
        }

        output.Finish(_result, cell.Number);
    }

    /// <summary>The cell's execution count.</summary>
    public int Number => cell.Number;

    private void Pass(Action<NotebookOutput> step, Action<string> show, string text)
    {
        Remember(step);
        show(text);
    }

    // A cell that never stops writing must not fill the memory for an export that may never come.
    private void Remember(Action<NotebookOutput> step)
    {
        lock (_gate)
        {
            if (_events.Count < MostEvents)
                _events.Add(step);
        }
    }
}
