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

    /// <inheritdoc/>
    public override int Count => _values.Length;

    /// <inheritdoc/>
    public override object? this[int row] => IsNull(row) ? null : _values[row];

    /// <inheritdoc/>
    public override bool IsNull(int row) => _nulls is { } nulls && nulls[row];
}
