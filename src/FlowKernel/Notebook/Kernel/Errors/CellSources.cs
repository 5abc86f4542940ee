using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Errors;

/// <summary>The texts of the cells that ran last: an exception may point into an earlier one.</summary>
internal sealed class CellSources
{
    private const int Most = 200;
    private readonly Queue<int> _order = new();
    private readonly Dictionary<int, string> _texts = [];

    public void Add(int cell, string text)
    {
        if (_texts.TryAdd(cell, text))
            _order.Enqueue(cell);
        else
            _texts[cell] = text;
        if (_order.Count > Most)
            _texts.Remove(_order.Dequeue());
    }

    /// <summary>The text that holds a place; null when it is gone.</summary>
    public SourceText? Of(CellPlace place) =>
        _texts.TryGetValue(place.Cell, out var text) && new SourceText(text) is var source
            && place.Line <= source.LineCount
            ? source
            : null;
}
