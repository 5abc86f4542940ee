using FlowKernel.Notebook.Running;

namespace FlowKernel.Notebook.Exporting;

/// <summary>
/// A cell's output on its way to the host, remembered so that it can be written again.
/// </summary>
/// <param name="cell">The cell.</param>
/// <param name="host">Where its output goes.</param>
/// <param name="grown">Is told by how many bytes more are remembered.</param>
internal sealed class CellRecording(CellRequest cell, ICellOutput host, Action<long> grown) : ICellOutput
{
    private const int MostSteps = 2000;
    private const string Gap = "What this cell showed is left out: it was too much to keep.";
    private const string Rest = "The rest of what this cell showed is left out: it was too much to keep.";
    private readonly Lock _gate = new();
    private readonly List<RecordedStep> _steps = [];
    private CellResult _result = CellResult.Done;
    private string? _gap;

    /// <summary>The cell's text.</summary>
    public string Code => cell.Code;

    /// <summary>The cell's execution count.</summary>
    public int Number => cell.Number;

    /// <summary>True when something that the cell showed has been let go; not counting tables.</summary>
    public bool HasGap => _gap is not null;

    /// <summary>How many tables have been let go.</summary>
    public int TableGaps
    {
        get
        {
            lock (_gate)
                return _steps.Count(s => s.HasGap);
        }
    }

    /// <summary>What the recording takes, in bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
                return _steps.Sum(s => s.OutputBytes + s.TableBytes);
        }
    }

    public void WriteOut(string text)
    {
        Remember(RecordedStep.Of(o => o.WriteOut(text), text));
        host.WriteOut(text);
    }

    public void WriteError(string text)
    {
        Remember(RecordedStep.Of(o => o.WriteError(text), text));
        host.WriteError(text);
    }

    public void Display(MimeBundle bundle, string? displayId = null)
    {
        Remember(RecordedStep.Of(bundle, (o, kept) => o.Display(kept, displayId)));
        host.Display(bundle, displayId);
    }

    public void UpdateDisplay(string displayId, MimeBundle bundle)
    {
        Remember(RecordedStep.Of(bundle, (o, kept) => o.UpdateDisplay(displayId, kept)));
        host.UpdateDisplay(displayId, bundle);
    }

    public void Clear(bool wait)
    {
        Remember(RecordedStep.Of(o => o.Clear(wait)));
        host.Clear(wait);
    }

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        host.AskAsync(prompt, password, cancellation);

    /// <summary>Remembers how the cell ended.</summary>
    public void Finish(CellResult result)
    {
        lock (_gate)
            _result = result with { Value = null };
        if (result.Value is { } value)
            Remember(RecordedStep.Of(value, (o, kept) => o.Finish(new CellResult { Value = kept }, Number)));
    }

    /// <summary>Writes all of it into a notebook's cell.</summary>
    public void Replay(NotebookOutput output)
    {
        lock (_gate)
        {
            _steps.ForEach(step => step.Replay(output));
            if (_gap is { } gap)
                output.Display(ResultDisplay.Quiet(gap));
            output.Finish(_result, Number);
        }
    }

    /// <summary>Lets go of the whole tables behind what the cell showed; gives the bytes that are freed.</summary>
    public long DropTables()
    {
        lock (_gate)
        {
            var freed = _steps.Sum(s => s.TableBytes);
            _steps.ForEach(s => s.DropTable());
            return freed;
        }
    }

    /// <summary>Lets go of all that the cell showed, also in future; gives the bytes that are freed.</summary>
    public long DropOutputs()
    {
        lock (_gate)
        {
            var freed = _steps.Sum(s => s.OutputBytes + s.TableBytes);
            if (freed > 0)
                _gap = Gap;
            _steps.Clear();
            return freed;
        }
    }

    // A cell that never stops writing must not fill the memory for an export that may never come.
    private void Remember(RecordedStep step)
    {
        lock (_gate)
        {
            if (_steps.Count >= MostSteps)
                _gap = Rest;
            if (_gap is not null)
                return;
            _steps.Add(step);
        }

        grown(step.OutputBytes + step.TableBytes);
    }
}
