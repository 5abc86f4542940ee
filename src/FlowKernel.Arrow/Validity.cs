using Apache.Arrow;
using FlowKernel.Results;

namespace FlowKernel.Arrow;

/// <summary>Which rows hold a value, as Arrow's bitmap: a set bit for each value.</summary>
internal readonly record struct Validity(ArrowBuffer Bitmap, int NullCount)
{
    /// <summary>The bitmap of some rows; empty when all hold a value.</summary>
    public static Validity Of<T>(ColumnVector<T> vector, int start, int length)
    {
        if (vector.Nulls.IsEmpty)
            return new Validity(ArrowBuffer.Empty, 0);
        var nulls = vector.Nulls.Slice(start, length);
        var bitmap = new ArrowBuffer.BitmapBuilder(length);
        foreach (var isNull in nulls)
            bitmap.Append(!isNull);
        return new Validity(bitmap.Build(), nulls.Count(true));
    }
}
