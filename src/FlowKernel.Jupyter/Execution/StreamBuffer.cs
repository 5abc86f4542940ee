using System.Text;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Execution;

/// <summary>Gathers a cell's text, so that a loop of small writes becomes few messages. The owner locks.</summary>
internal sealed class StreamBuffer(Action<StreamText> send)
{
    private const int Full = 256 * 1024;
    private readonly StringBuilder _text = new();
    private string _name = "";

    /// <summary>True when no more should be added before a flush.</summary>
    public bool IsFull => _text.Length >= Full;

    /// <summary>Adds text; text of the other stream is sent first.</summary>
    public void Add(string name, string text)
    {
        if (name != _name)
            Flush();
        _name = name;
        _text.Append(text);
    }

    /// <summary>Sends what is there.</summary>
    public void Flush()
    {
        if (_text.Length == 0)
            return;
        var text = _text.ToString();
        _text.Clear();
        send(new StreamText(_name, text));
    }
}
