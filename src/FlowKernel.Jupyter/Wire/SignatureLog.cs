using System.Text;

namespace FlowKernel.Jupyter.Wire;

/// <summary>Remembers the newest signatures, so that a recorded message cannot be sent a second time.</summary>
internal sealed class SignatureLog(int capacity = 16_384)
{
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _order = new();

    /// <summary>True when the signature is new, or empty because messages are not signed.</summary>
    public bool Add(ReadOnlySpan<byte> signature)
    {
        if (signature.IsEmpty)
            return true;
        var text = Encoding.ASCII.GetString(signature);
        if (!_seen.Add(text))
            return false;
        _order.Enqueue(text);
        if (_order.Count > capacity)
            _seen.Remove(_order.Dequeue());
        return true;
    }
}
