using FlowKernel.Results;

namespace FlowKernel.Tests.Results;

public sealed class TableBytesTests
{
    [Fact]
    public void NumbersTakeWhatTheirTypeTakes() => Assert.Equal(
        3 * (1 + 4 + 8 + 8 + 16 + 8 + 8 + 16),
        Of(
            new ColumnVector<bool>(new bool[3]), new ColumnVector<int>(new int[3]), new ColumnVector<long>(new long[3]),
            new ColumnVector<double>(new double[3]), new ColumnVector<decimal>(new decimal[3]),
            new ColumnVector<DateTime>(new DateTime[3]), new ColumnVector<TimeSpan>(new TimeSpan[3]),
            new ColumnVector<Guid>(new Guid[3])));

    [Fact]
    public void TextsTakeTwoBytesACharacterAndTheirObject() =>
        Assert.Equal(30 + 10 + 30, Of(new ColumnVector<string>(["12345", ""])));

    [Fact]
    public void DynamicValuesTakeTheirJson() => Assert.Equal(
        30 + 14 + 30, Of(new ColumnVector<DynamicValue>([new DynamicValue("{\"a\":1}"), null!], [false, true])));

    [Fact]
    public void MissingValuesTakeTheirMark() => Assert.Equal(9, Of(new ColumnVector<long>([0], [true])));

    private static long Of(params ColumnVector[] vectors) => TableBytes.Of(new KqlTable(
        [.. vectors.Select((_, i) => new KqlColumn($"c{i}", KqlType.Long))], vectors));
}
