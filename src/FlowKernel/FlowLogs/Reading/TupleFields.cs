namespace FlowKernel.FlowLogs.Reading;

/// <summary>Walks the comma-separated fields of a flow tuple. Missing fields are empty.</summary>
internal ref struct TupleFields(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;
    private bool _ended = text.IsEmpty;
    private bool _missed;

    /// <summary>True when every field was read, and no more than there are.</summary>
    public readonly bool AreExhausted => _ended && !_missed;

    public ReadOnlySpan<byte> Next()
    {
        _missed |= _ended;
        var comma = _rest.IndexOf((byte)',');
        var field = comma < 0 ? _rest : _rest[..comma];
        _ended |= comma < 0;
        _rest = comma < 0 ? [] : _rest[(comma + 1)..];
        return field;
    }
}
