using FlowKernel.Jupyter.Messages;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// The output of one cell, also from threads that outlive it: every message names the cell's request as its parent.
/// </summary>
internal sealed class CellOutput : ICellOutput
{
    private readonly object _gate = new();
    private readonly Request _request;
    private readonly StdinChannel? _stdin;
    private readonly StreamBuffer _streams;
    private bool _armed;

    /// <param name="request">The request that runs the cell.</param>
    /// <param name="stdin">Where the user can be asked; null when the front end does not allow it.</param>
    public CellOutput(Request request, StdinChannel? stdin)
    {
        _request = request;
        _stdin = stdin;
        _streams = new StreamBuffer(request.Publish);
    }

    public void WriteOut(string text) => Write("stdout", text);

    public void WriteError(string text) => Write("stderr", text);

    public void Display(MimeBundle bundle, string? displayId = null) =>
        Publish(new DisplayData(bundle, displayId));

    public void UpdateDisplay(string displayId, MimeBundle bundle) =>
        Publish(new DisplayData(bundle, displayId, IsUpdate: true));

    public void Clear(bool wait) => Publish(new ClearOutput(wait));

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation)
    {
        if (_stdin is null)
            throw new NotSupportedException("This front end cannot ask the user for input.");
        Flush();
        return _stdin.AskAsync(_request.Message, new InputRequest(prompt, password), cancellation);
    }

    /// <summary>Publishes after all text written before.</summary>
    public void Publish(IMessageContent content)
    {
        lock (_gate)
        {
            _streams.Flush();
            _request.Publish(content);
        }
    }

    /// <summary>Sends the text that is still being gathered.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            _armed = false;
            _streams.Flush();
            Monitor.PulseAll(_gate);
        }
    }

    private void Write(string name, string text)
    {
        lock (_gate)
        {
            _streams.Add(name, text);
            if (!_armed)
                OutputFlushes.Add(Flush);
            _armed = true;
            if (_streams.IsFull)
                HoldBack();
        }
    }

    /// <summary>
    /// Lets a cell that writes without end wait, as a terminal would: what is sent faster than front ends read fills
    /// the memory and is still shown long after an interrupt.
    /// </summary>
    private void HoldBack()
    {
        Monitor.Wait(_gate, OutputFlushes.Moment);
        if (_streams.IsFull)
            _streams.Flush();
    }
}
