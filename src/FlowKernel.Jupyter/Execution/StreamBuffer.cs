using System.Text;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// Gathers a cell's text for a short while, so that a loop of small writes becomes few messages. The owner locks.
/// </summary>
internal sealed class StreamBuffer(Action<StreamText> send)
{
    private const int Limit = 32 * 1024;
    private readonly StringBuilder _text = new();
    private string _name = "";

    /// <summary>Adds text; true when it must be flushed later because nothing has sent it yet.</summary>
    public bool Add(string name, string text)
    {
        if (name != _name)
            Flush();
        _name = name;
        _text.Append(text);
        if (_text.Length >= Limit)
            Flush();
        return _text.Length > 0;
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
