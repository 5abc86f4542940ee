using Apache.Arrow;
using Apache.Arrow.Types;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Arrow;

/// <summary>Decimals: Arrow's have one scale for a whole column, that of its finest value.</summary>
internal static class DecimalColumn
{
    private const int Precision = 38;

    /// <summary>The column; throws FK1140 where no scale holds all of its values.</summary>
    public static ArrowColumn Of(string name, ColumnVector<decimal> vector)
    {
        var scale = 0;
        var wholeDigits = 0;
        foreach (var value in vector.Values)
        {
            scale = Math.Max(scale, value.Scale);
            wholeDigits = Math.Max(wholeDigits, DigitsOf(value));
        }

        if (scale + wholeDigits > Precision)
            throw new DiagnosticException(TooManyDigits(name));
        var type = new Decimal128Type(Precision, scale);
        return new ArrowColumn(
            new Field(name, type, nullable: true), (start, length) => Build(vector, type, start, length));
    }

    private static Decimal128Array Build(ColumnVector<decimal> vector, Decimal128Type type, int start, int length)
    {
        var values = new Decimal128Array.Builder(type);
        for (var row = start; row < start + length; row++)
            _ = vector.IsNull(row) ? values.AppendNull() : values.Append(vector.Values[row]);
        return values.Build();
    }

    private static int DigitsOf(decimal value)
    {
        var digits = 0;
        for (var whole = decimal.Truncate(Math.Abs(value)); whole >= 1; whole = decimal.Truncate(whole / 10))
            digits++;
        return digits;
    }

    private static Diagnostic TooManyDigits(string name) => new(
        "FK1140", $"The decimals of column '{name}' need more than 38 digits together, which Arrow's decimal128 has.",
        default, "Round them in the query, as round(x, 6) does, or convert them with toreal().");
}
