using System.Text;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Results;

/// <summary>
/// Reads texts, and what is made from texts; a value that repeats the one before it is the same object.
/// </summary>
internal sealed unsafe class TextReader<T>(Func<string, T?> convert, T? missing) : ColumnReader
    where T : class
{
    private const int InlineLength = 12;
    private readonly List<T?> _values = [];
    private byte[] _last = [];
    private int _lastLength;
    private T? _lastValue = convert("");
    private long _bytes;

    /// <inheritdoc/>
    public override long Bytes => _bytes;

    /// <inheritdoc/>
    public override void Append(void* data, ulong* validity, int count)
    {
        for (var i = 0; i < count; i++)
            _values.Add(IsValid(validity, i) ? Read((byte*)data + (i * 16)) : missing);
    }

    /// <inheritdoc/>
    public override ColumnVector Finish()
    {
        var values = _values.ToArray();
        bool[]? nulls = Array.IndexOf(values, null) < 0 ? null : [.. values.Select(v => v is null)];
        return new ColumnVector<T>(values!, nulls);
    }

    /// <summary>
    /// A DuckDB string: its length, then its bytes, or, beyond 12 bytes, a prefix and where they are.
    /// </summary>
    private T? Read(byte* text)
    {
        var length = *(int*)text;
        var bytes = new ReadOnlySpan<byte>(length <= InlineLength ? text + 4 : *(byte**)(text + 8), length);
        _bytes += length;
        if (bytes.SequenceEqual(_last.AsSpan(0, _lastLength)))
            return _lastValue;

        if (_last.Length < length)
            _last = new byte[Math.Max(length, 2 * _last.Length)];
        bytes.CopyTo(_last);
        _lastLength = length;
        return _lastValue = convert(Encoding.UTF8.GetString(bytes));
    }
}
