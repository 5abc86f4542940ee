using FlowKernel.Results;

namespace FlowKernel.DuckDb.Results;

/// <summary>Reads values of a fixed size.</summary>
internal sealed unsafe class FixedReader<TStored, T>(Func<TStored, T> convert) : ColumnReader
    where TStored : unmanaged
{
    private readonly List<T[]> _chunks = [];
    private readonly List<bool[]?> _nulls = [];
    private long _count;

    /// <summary>Says which stored values stand for no value; all are values unless set.</summary>
    public Func<TStored, bool> IsValue { get; init; } = _ => true;

    /// <inheritdoc/>
    public override long Bytes => _count * sizeof(TStored);

    /// <inheritdoc/>
    public override void Append(void* data, ulong* validity, int count)
    {
        var stored = new ReadOnlySpan<TStored>(data, count);
        var values = new T[count];
        bool[]? nulls = null;
        for (var i = 0; i < count; i++)
        {
            if (IsValid(validity, i) && IsValue(stored[i]))
                values[i] = convert(stored[i]);
            else
                (nulls ??= new bool[count])[i] = true;
        }

        _count += count;
        _chunks.Add(values);
        _nulls.Add(nulls);
    }

    /// <inheritdoc/>
    public override ColumnVector Finish()
    {
        var values = new T[_chunks.Sum(c => c.Length)];
        var nulls = _nulls.TrueForAll(n => n is null) ? null : new bool[values.Length];
        var at = 0;
        foreach (var (chunk, missing) in _chunks.Zip(_nulls))
        {
            chunk.CopyTo(values, at);
            missing?.CopyTo(nulls!, at);
            at += chunk.Length;
        }

        return new ColumnVector<T>(values, nulls);
    }
}
