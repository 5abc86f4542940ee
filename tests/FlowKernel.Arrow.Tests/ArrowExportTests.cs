using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Arrow.Tests;

public sealed class ArrowExportTests
{
    private static readonly DateTime Noon = new(2024, 5, 6, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Identifier = Guid.Parse("74be27de-1e4e-49d9-b579-fe0b331d3642");

    [Fact]
    public void EachKqlTypeHasItsArrowType()
    {
        var schema = All().ToArrow().Schema;
        Assert.Equal(
            ["bool", "int32", "int64", "double", "decimal128", "utf8", "timestamp", "duration", "arrow.uuid", "utf8"],
            schema.FieldsList.Select(f => f.DataType.Name));
        Assert.Equal((TimeUnit.Microsecond, "UTC"), schema.GetFieldByName("t").DataType is TimestampType t
            ? (t.Unit, t.Timezone)
            : default);
        Assert.Equal(["s"], schema.FieldsList.Where(f => !f.IsNullable).Select(f => f.Name));
        Assert.Equal("arrow.json", schema.GetFieldByName("y").Metadata["ARROW:extension:name"]);
    }

    [Fact]
    public async Task AFileIsReadBackWithItsValuesAndNulls()
    {
        using var folder = new TemporaryFolder();
        All().SaveArrow(folder.File("all.arrow"));
        var batch = Assert.Single(await ReadAsync(folder.File("all.arrow")));
        Assert.Equal([true, null], (BooleanArray)batch.Column("b"));
        Assert.Equal([1, null], (Int32Array)batch.Column("i"));
        Assert.Equal([2L, null], (Int64Array)batch.Column("l"));
        Assert.Equal([double.NaN, null], (DoubleArray)batch.Column("r"));
        Assert.Equal([1.25m, null], Enumerable.Range(0, 2).Select(((Decimal128Array)batch.Column("m")).GetValue));
        Assert.Equal(["größe", ""], Values<string?>(batch, "s"));
        Assert.Equal([new DateTimeOffset(Noon), null], Values<DateTimeOffset?>(batch, "t"));
        Assert.Equal([TimeSpan.FromMilliseconds(1.5), null], Values<TimeSpan?>(batch, "d"));
        // A reader that does not know arrow.uuid sees its 16 bytes, the highest first.
        var guids = (FixedSizeBinaryArray)batch.Column("g");
        Assert.Equal((Identifier, true), (new Guid(guids.GetBytes(0), bigEndian: true), guids.IsNull(1)));
        Assert.Equal("arrow.uuid", batch.Schema.GetFieldByName("g").Metadata["ARROW:extension:name"]);
        Assert.Equal(["""{"a":1}""", null], Values<string?>(batch, "y"));
    }

    [Fact]
    public async Task ManyRowsAreSeveralBatches()
    {
        using var folder = new TemporaryFolder();
        Table("n", KqlType.Long, [.. Enumerable.Range(0, 150_000).Select(n => n % 3 == 0 ? null : (object)(long)n)])
            .SaveArrow(folder.File("n.arrow"));
        var batches = await ReadAsync(folder.File("n.arrow"));
        Assert.Equal([65_536, 65_536, 18_928], batches.Select(b => b.Length));
        Assert.Equal(
            Enumerable.Range(0, 150_000).Select(n => n % 3 == 0 ? (long?)null : n),
            batches.SelectMany(b => (Int64Array)b.Column(0)));
    }

    [Fact]
    public async Task NoRowsGiveAFileWithTheColumns()
    {
        using var folder = new TemporaryFolder();
        Table("n", KqlType.Long, []).SaveArrow(folder.File("n.arrow"));
        Assert.Empty(await ReadAsync(folder.File("n.arrow")));
        Assert.Equal(0, Table("n", KqlType.Dynamic, []).ToArrow().Length);
    }

    [Fact]
    public void FineTimesAreNanoseconds()
    {
        var batch = Table("t", KqlType.DateTime, [Noon.AddTicks(1), null]).ToArrow();
        Assert.Equal(TimeUnit.Nanosecond, ((TimestampType)batch.Schema.GetFieldByIndex(0).DataType).Unit);
        Assert.Equal((Noon - DateTime.UnixEpoch).Ticks * 100 + 100, ((TimestampArray)batch.Column(0)).Values[0]);
        var span = Table("d", KqlType.TimeSpan, [TimeSpan.FromTicks(-3)]).ToArrow();
        Assert.Equal(-300, ((DurationArray)span.Column(0)).Values[0]);
    }

    [Fact]
    public void TheWholeRangeOfKqlTimesFits()
    {
        var batch = Table("t", KqlType.DateTime, [Utc(DateTime.MinValue), Utc(new DateTime(9999, 12, 31))]).ToArrow();
        Assert.Equal(
            [new DateTimeOffset(Utc(DateTime.MinValue)), new DateTimeOffset(Utc(new DateTime(9999, 12, 31)))],
            Values<DateTimeOffset?>(batch, "t"));
    }

    [Fact]
    public void ADecimalColumnHasTheScaleOfItsFinestValue()
    {
        var batch = Table("m", KqlType.Decimal, [1.5m, -0.000001m, 79228162514264337593543950335m]).ToArrow();
        Assert.Equal((38, 6), batch.Schema.GetFieldByIndex(0).DataType is Decimal128Type type
            ? (type.Precision, type.Scale)
            : default);
        Assert.Equal("79228162514264337593543950335.000000", ((Decimal128Array)batch.Column(0)).GetString(2));
        Assert.Equal(-0.000001m, ((Decimal128Array)batch.Column(0)).GetValue(1));
    }

    [Fact]
    public void WhatArrowCannotHoldIsTold()
    {
        Assert.Equal(
            "FK1140: The decimals of column 'm' need more than 38 digits together, which Arrow's decimal128 has. "
            + "Round them in the query, as round(x, 6) does, or convert them with toreal().",
            MistakeOf(Table("m", KqlType.Decimal, [79228162514264337593543950335m, 0.0000000000001m])));
        Assert.Equal(
            "FK1140: The times of column 't' are both too fine for microseconds and too far for nanoseconds. "
            + "Round them in the query, as bin(t, 1microsecond) does.",
            MistakeOf(Table("t", KqlType.DateTime, [Utc(DateTime.MaxValue)])));
    }

    [Fact]
    public void AFileThatCannotBeWrittenLeavesTheOldOne()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("old.arrow");
        File.WriteAllText(path, "old");
        Assert.Throws<DiagnosticException>(() =>
            Table("t", KqlType.DateTime, [Utc(DateTime.MaxValue)]).SaveArrow(path));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    private static T[] Values<T>(RecordBatch batch, string column) => [.. (IEnumerable<T>)batch.Column(column)];

    private static string MistakeOf(KqlTable table) =>
        Assert.Throws<DiagnosticException>(() => table.ToArrow()).Message;

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static KqlTable All() => Tables.Of(
        ("b", KqlType.Bool, [true, null]), ("i", KqlType.Int, [1, null]), ("l", KqlType.Long, [2L, null]),
        ("r", KqlType.Real, [double.NaN, null]), ("m", KqlType.Decimal, [1.25m, null]),
        ("s", KqlType.String, ["größe", null]), ("t", KqlType.DateTime, [Noon, null]),
        ("d", KqlType.TimeSpan, [TimeSpan.FromMilliseconds(1.5), null]),
        ("g", KqlType.Guid, [Identifier, null]),
        ("y", KqlType.Dynamic, [new DynamicValue("""{"a":1}"""), null]));

    private static KqlTable Table(string name, KqlType type, object?[] values) => Tables.Of((name, type, values));

    private static async Task<IReadOnlyList<RecordBatch>> ReadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        using var reader = new ArrowFileReader(file);
        var batches = new List<RecordBatch>();
        while (await reader.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken) is { } batch)
            batches.Add(batch);
        return batches;
    }
}
