namespace FlowKernel.Results;

/// <summary>The values of one column, in row order.</summary>
public abstract class ColumnVector
{
    private protected ColumnVector()
    {
    }

    /// <summary>How many values there are.</summary>
    public abstract int Count { get; }

    /// <summary>The value of a row as its CLR type, or null.</summary>
    public abstract object? this[int row] { get; }

    /// <summary>True when the row holds no value.</summary>
    public abstract bool IsNull(int row);

    /// <summary>True when some row holds no value.</summary>
    public abstract bool HasNulls { get; }
}

/// <summary>The values of one column as a typed span.</summary>
/// <typeparam name="T">The CLR type of <see cref="KqlTypes.ClrType"/>.</typeparam>
public sealed class ColumnVector<T> : ColumnVector
{
    private readonly T[] _values;
    private readonly bool[]? _nulls;

    /// <summary>Takes over the arrays; <paramref name="nulls"/> is null when no value is missing.</summary>
    public ColumnVector(T[] values, bool[]? nulls = null)
    {
        _values = values;
        _nulls = nulls;
    }

    /// <summary>All values; where <see cref="IsNull"/> is true the value means nothing.</summary>
    public ReadOnlySpan<T> Values => _values;

    /// <summary>All values, as memory that can be kept; see <see cref="Values"/>.</summary>
    public ReadOnlyMemory<T> Memory => _values;

    /// <summary>True for each row without a value; empty when every row has one.</summary>
    public ReadOnlySpan<bool> Nulls => _nulls;

    /// <inheritdoc/>
    public override bool HasNulls => _nulls.AsSpan().Contains(true);

    /// <inheritdoc/>
    public override int Count => _values.Length;

    /// <inheritdoc/>
    public override object? this[int row] => IsNull(row) ? null : _values[row];

    /// <inheritdoc/>
    public override bool IsNull(int row) => _nulls is { } nulls && nulls[row];

    /// <summary>The value of a row, not boxed; a row without one gives the type's default.</summary>
    public T? ValueOrDefault(int row) => IsNull(row) ? default : _values[row];

    /// <inheritdoc cref="Values"/>
    public static implicit operator ReadOnlySpan<T>(ColumnVector<T> vector) => vector._values;
}
