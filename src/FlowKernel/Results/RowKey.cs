namespace FlowKernel.Results;

/// <summary>Some values of a row, equal where all of them are: what rows are grouped by.</summary>
public readonly struct RowKey(object?[] values) : IEquatable<RowKey>
{
    /// <summary>The values, as CLR values or null.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <inheritdoc/>
    public bool Equals(RowKey other) => values.AsSpan().SequenceEqual(other.Values as object?[] ?? []);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    /// <summary>Equal values.</summary>
    public static bool operator ==(RowKey left, RowKey right) => left.Equals(right);

    /// <summary>Values that differ.</summary>
    public static bool operator !=(RowKey left, RowKey right) => !left.Equals(right);
}
