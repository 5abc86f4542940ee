using System.Runtime.CompilerServices;

namespace FlowKernel.Results;

/// <summary>How much memory a table's values take.</summary>
internal static class TableBytes
{
    // An object's header and length on 64-bit machines, and the reference to it.
    private const int TextOverhead = 30;

    /// <summary>
    /// Bytes, at most: a text that several values share counts for each of them.
    /// </summary>
    public static long Of(KqlTable table) => table.Vectors.Sum(Of);

    private static long Of(ColumnVector vector) => vector switch
    {
        ColumnVector<string> texts => Of(texts.Values, text => text),
        ColumnVector<DynamicValue> values => Of(values.Values, value => value?.Json),
        ColumnVector<bool> => Of<bool>(vector),
        ColumnVector<int> => Of<int>(vector),
        ColumnVector<decimal> => Of<decimal>(vector),
        ColumnVector<Guid> => Of<Guid>(vector),
        _ => Of<long>(vector),
    };

    private static long Of<T>(ColumnVector vector) =>
        (long)vector.Count * (Unsafe.SizeOf<T>() + (vector.HasNulls ? 1 : 0));

    private static long Of<T>(ReadOnlySpan<T> values, Func<T, string?> text)
    {
        var bytes = 0L;
        foreach (var value in values)
            bytes += TextOverhead + (text(value)?.Length ?? 0) * sizeof(char);
        return bytes;
    }
}
