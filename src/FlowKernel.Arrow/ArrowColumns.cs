using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using FlowKernel.Results;

namespace FlowKernel.Arrow;

/// <summary>The Arrow column for each KQL type.</summary>
internal static class ArrowColumns
{
    private static readonly Dictionary<string, string> Json = new()
    {
        ["ARROW:extension:name"] = "arrow.json", ["ARROW:extension:metadata"] = "",
    };

    /// <summary>The column of a vector.</summary>
    public static ArrowColumn Of(KqlColumn column, ColumnVector vector) => column.Type switch
    {
        KqlType.Bool => Booleans(column.Name, (ColumnVector<bool>)vector),
        KqlType.Int => Numbers<int>(
            column.Name, vector, Int32Type.Default,
            (v, n, length) => new Int32Array(v, n.Bitmap, length, n.NullCount, 0)),
        KqlType.Long => Numbers<long>(
            column.Name, vector, Int64Type.Default,
            (v, n, length) => new Int64Array(v, n.Bitmap, length, n.NullCount, 0)),
        KqlType.Real => Numbers<double>(
            column.Name, vector, DoubleType.Default,
            (v, n, length) => new DoubleArray(v, n.Bitmap, length, n.NullCount, 0)),
        KqlType.Decimal => DecimalColumn.Of(column.Name, (ColumnVector<decimal>)vector),
        KqlType.String => Texts(column.Name, (ColumnVector<string>)vector),
        KqlType.DateTime => TimeColumn.Instants(column.Name, (ColumnVector<DateTime>)vector),
        KqlType.TimeSpan => TimeColumn.Durations(column.Name, (ColumnVector<TimeSpan>)vector),
        KqlType.Guid => Identifiers(column.Name, (ColumnVector<Guid>)vector),
        KqlType.Dynamic => Dynamics(column.Name, (ColumnVector<DynamicValue>)vector),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static ArrowColumn Numbers<T>(
        string name, ColumnVector vector, IArrowType type, Func<ArrowBuffer, Validity, int, IArrowArray> make)
        where T : struct
    {
        var typed = (ColumnVector<T>)vector;
        return new ArrowColumn(new Field(name, type, nullable: true), (start, length) => make(
            new ArrowBuffer(MemoryMarshal.AsBytes(typed.Values.Slice(start, length)).ToArray()),
            Validity.Of(typed, start, length),
            length));
    }

    private static ArrowColumn Booleans(string name, ColumnVector<bool> vector) => new(
        new Field(name, BooleanType.Default, nullable: true),
        (start, length) =>
        {
            var values = new ArrowBuffer.BitmapBuilder(length);
            foreach (var value in vector.Values.Slice(start, length))
                values.Append(value);
            var validity = Validity.Of(vector, start, length);
            return new BooleanArray(values.Build(), validity.Bitmap, length, validity.NullCount, 0);
        });

    private static ArrowColumn Texts(string name, ColumnVector<string> vector) => new(
        new Field(name, StringType.Default, nullable: false),
        (start, length) => new StringArray.Builder().AppendRange(Rows(vector, start, length)).Build());

    private static ArrowColumn Dynamics(string name, ColumnVector<DynamicValue> vector) => new(
        new Field(name, StringType.Default, nullable: true, Json),
        (start, length) => new StringArray.Builder()
            .AppendRange(Rows(vector, start, length).Select(v => v?.Json)).Build());

    private static ArrowColumn Identifiers(string name, ColumnVector<Guid> vector) => new(
        new Field(name, GuidType.Default, nullable: true),
        (start, length) =>
        {
            var guids = new GuidArray.Builder();
            for (var row = start; row < start + length; row++)
                _ = vector.IsNull(row) ? guids.AppendNull() : guids.Append(vector.Values[row]);
            return guids.Build();
        });

    private static IEnumerable<T?> Rows<T>(ColumnVector<T> vector, int start, int length) =>
        Enumerable.Range(start, length).Select(vector.ValueOrDefault);
}
