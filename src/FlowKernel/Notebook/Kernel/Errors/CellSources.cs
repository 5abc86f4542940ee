using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Errors;

/// <summary>
/// The texts of the cells that ran last, up to some megabytes: an exception may point into a function of an earlier one.
/// </summary>
internal sealed class CellSources
{
    private const int MostLetters = 4 * 1024 * 1024;
    private readonly Queue<int> _order = new();
    private readonly Dictionary<int, string> _texts = [];
    private int _letters;

    public void Add(int cell, string text)
    {
        if (_texts.Remove(cell, out var older))
            _letters -= older.Length;
        else
            _order.Enqueue(cell);
        _texts[cell] = text;
        _letters += text.Length;
        while (_letters > MostLetters && _order.Count > 1)
        {
            if (_texts.Remove(_order.Dequeue(), out var oldest))
                _letters -= oldest.Length;
        }
    }

    /// <summary>The text that holds a place; null when it is gone.</summary>
    public SourceText? Of(CellPlace place) =>
        _texts.TryGetValue(place.Cell, out var text) && new SourceText(text) is var source
            && place.Line <= source.LineCount
            ? source
            : null;
}
