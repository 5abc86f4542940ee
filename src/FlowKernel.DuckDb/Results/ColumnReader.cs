using FlowKernel.Results;

namespace FlowKernel.DuckDb.Results;

/// <summary>Gathers one result column from DuckDB's vectors.</summary>
internal abstract unsafe class ColumnReader
{
    /// <summary>The bytes of all values so far, as DuckDB has them.</summary>
    public abstract long Bytes { get; }

    /// <summary>Takes over the rows of a vector; a bit of the mask is 0 where there is no value.</summary>
    public abstract void Append(void* data, ulong* validity, int count);

    /// <summary>The column; the reader is of no use afterwards.</summary>
    public abstract ColumnVector Finish();

    /// <summary>The reader of a KQL type; a decimal has so many digits after the point.</summary>
    public static ColumnReader For(KqlType type, int scale) => type switch
    {
        KqlType.Bool => new FixedReader<byte, bool>(v => v != 0),
        KqlType.Int => new FixedReader<int, int>(v => v),
        KqlType.Long => new FixedReader<long, long>(v => v),
        KqlType.Real => new FixedReader<double, double>(v => v),
        KqlType.Decimal => new FixedReader<Int128, decimal>(digits => FixedValues.Decimal(digits, scale)),
        KqlType.DateTime => new FixedReader<long, DateTime>(FixedValues.DateTime) { IsValue = FixedValues.IsDateTime },
        KqlType.TimeSpan => new FixedReader<long, TimeSpan>(v => new TimeSpan(v)),
        KqlType.Guid => new FixedReader<UInt128, Guid>(FixedValues.Guid),
        KqlType.String => new TextReader<string>(text => text, ""),
        KqlType.Dynamic => new TextReader<DynamicValue>(text => text == "null" ? null : new DynamicValue(text), null),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>True when the mask has the row as a value.</summary>
    protected static bool IsValid(ulong* validity, int row) =>
        validity is null || (validity[row >> 6] & (1UL << (row & 63))) != 0;
}
