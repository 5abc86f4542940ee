using System.Text.Json.Nodes;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.Notebook.Running;

/// <summary>Collects a cell's output in nbformat's shape.</summary>
internal sealed class NotebookOutput(DisplayIndex displays, OutputTables tables) : ICellOutput
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _outputs = [];
    private bool _clearOnNext;

    public void WriteOut(string text) => Stream("stdout", text);

    public void WriteError(string text) => Stream("stderr", text);

    public void Display(MimeBundle bundle, string? displayId = null)
    {
        var output = NotebookJson.DisplayData(bundle);
        Add(output);
        tables.Remember(output, bundle);
        if (displayId is not null)
            displays.Remember(displayId, output);
    }

    public void UpdateDisplay(string displayId, MimeBundle bundle) => displays.Update(displayId, bundle);

    public void Clear(bool wait)
    {
        lock (_gate)
        {
            _clearOnNext = wait;
            if (!wait)
                _outputs.Clear();
        }
    }

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new NotSupportedException("A notebook that runs headless cannot ask for input.");

    public void Finish(CellResult result, int number)
    {
        // Without a front end there is no pager: what it would show stands with the output.
        foreach (var page in result.Pages)
            Add(NotebookJson.DisplayData(page));
        if (result.Value is { } value)
        {
            var output = NotebookJson.ExecuteResult(value, number);
            Add(output);
            tables.Remember(output, value);
        }

        if (result.Error is { } error)
            Add(NotebookJson.Error(error));
    }

    public JsonArray ToJson()
    {
        lock (_gate)
            return new JsonArray([.. _outputs.Where(o => !NotebookJson.IsEmpty(o))]);
    }

    private void Add(JsonObject output)
    {
        lock (_gate)
        {
            ClearIfAsked();
            _outputs.Add(output);
        }
    }

    private void Stream(string name, string text)
    {
        lock (_gate)
        {
            ClearIfAsked();
            if (_outputs.LastOrDefault() is { } last && (string?)last["name"] == name)
                last["text"] = MultilineText.Write(MultilineText.Read(last["text"]) + text);
            else
                _outputs.Add(NotebookJson.Stream(name, text));
        }
    }

    private void ClearIfAsked()
    {
        if (_clearOnNext)
            _outputs.Clear();
        _clearOnNext = false;
    }
}
