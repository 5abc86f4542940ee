using System.Collections;
using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>A query's result whose rows can be enumerated, also with LINQ.</summary>
/// <typeparam name="TRow">What a row is: <see cref="FlowRow"/>, a record of one's own, or a generated one.</typeparam>
public abstract class FlowResult<TRow> : FlowResult, IReadOnlyList<TRow>
{
    /// <summary>The rows of a result as something else.</summary>
    protected FlowResult(FlowResult other)
        : base(other)
    {
    }

    private protected FlowResult(Flow flow, QueryRequest request, QueryResult result)
        : base(flow, request, result)
    {
    }

    /// <summary>A row, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public TRow this[int index] => index >= 0 && index < Count
        ? RowAt(index)
        : throw new ArgumentOutOfRangeException(
            nameof(index), string.Create(CultureInfo.InvariantCulture, $"There is no row {index}; the result has {Count:N0}, counted from 0."));

    /// <summary>The rows in order; each enumeration makes them anew from the columns.</summary>
    public IEnumerator<TRow> GetEnumerator()
    {
        for (var row = 0; row < Count; row++)
            yield return RowAt(row);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The row at an index that exists.</summary>
    protected abstract TRow RowAt(int index);
}
