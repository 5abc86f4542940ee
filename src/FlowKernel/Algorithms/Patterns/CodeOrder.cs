namespace FlowKernel.Algorithms.Patterns;

/// <summary>Equality of codes, and an order that puts the first column first.</summary>
internal sealed class CodeOrder : IComparer<int[]>, IEqualityComparer<int[]>
{
    /// <summary>The only one.</summary>
    public static CodeOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y.AsSpan());

    /// <inheritdoc/>
    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y.AsSpan());

    /// <inheritdoc/>
    public int GetHashCode(int[] codes)
    {
        var hash = default(HashCode);
        foreach (var code in codes)
            hash.Add(code);
        return hash.ToHashCode();
    }
}
