using System.Globalization;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Tests.Notebook.Display;

public class ValueTextTests
{
    public static TheoryData<object?, string> ExactTexts => new()
    {
        { null, "" },
        { true, "true" },
        { 42L, "42" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { double.NaN, "NaN" },
        { double.NegativeInfinity, "-Infinity" },
        { 1.50m, "1.50" },
        { new DateTime(2024, 4, 23, 0, 0, 0, DateTimeKind.Utc), "2024-04-23T00:00:00.0000000Z" },
        { new TimeSpan(1, 2, 3, 4) + TimeSpan.FromTicks(5), "1.02:03:04.0000005" },
        { TimeSpan.FromSeconds(-1), "-00:00:01" },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
        { new DynamicValue("{ \"a\": [1, \"é\"] }"), "{\"a\":[1,\"é\"]}" },
    };

    [Theory]
    [MemberData(nameof(ExactTexts))]
    public void ExactTextsReadBackUnchanged(object? value, string expected) =>
        Assert.Equal(expected, ValueText.Exact(value));

    [Fact]
    public void BriefDatetimesDropOnlyTrailingZeros()
    {
        var noon = new DateTime(2024, 4, 23, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal("2024-04-23 12:00:00", ValueText.Brief(noon));
        Assert.Equal("2024-04-23 12:00:00.25", ValueText.Brief(noon.AddMilliseconds(250)));
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(999.9, "1 kB")]
    [InlineData(1_000, "1 kB")]
    [InlineData(1_073_741_824, "1.07 GB")]
    [InlineData(12_340_000, "12.3 MB")]
    [InlineData(999_999, "1 MB")]
    [InlineData(-2_500, "-2.5 kB")]
    [InlineData(double.NaN, "NaN")]
    public void BytesReadInDecimalUnits(double bytes, string expected) => Assert.Equal(expected, ByteText.Of(bytes));

    [Theory]
    [InlineData("00:00:00", "0 s")]
    [InlineData("00:00:00.0000400", "40 µs")]
    [InlineData("00:00:00.3200000", "320 ms")]
    [InlineData("00:00:01.2500000", "1.25 s")]
    [InlineData("00:02:05", "2 min 5 s")]
    [InlineData("02:00:00", "2 h")]
    [InlineData("3.04:59:59", "3 d 4 h")]
    [InlineData("-00:02:05", "-2 min 5 s")]
    [InlineData("-10675199.02:48:05.4775808", "-10675199 d 2 h")]
    public void DurationsReadInTheirTwoGreatestUnits(string span, string expected) =>
        Assert.Equal(expected, DurationText.Of(TimeSpan.Parse(span, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("TotalBytes", KqlType.Long, ValueUnit.Bytes)]
    [InlineData("sum_BytesSrcToDest", KqlType.Real, ValueUnit.Bytes)]
    [InlineData("Bytes", KqlType.String, ValueUnit.None)]
    [InlineData("DestPort", KqlType.Int, ValueUnit.None)]
    [InlineData("count_", KqlType.Long, ValueUnit.Count)]
    [InlineData("dcount_SrcIp", KqlType.Long, ValueUnit.Count)]
    [InlineData("FlowCount", KqlType.Long, ValueUnit.Count)]
    [InlineData("sum_PacketsSrcToDest", KqlType.Long, ValueUnit.Count)]
    [InlineData("CountryId", KqlType.Int, ValueUnit.None)]
    [InlineData("Account", KqlType.Int, ValueUnit.None)]
    [InlineData("TimeGenerated", KqlType.DateTime, ValueUnit.Time)]
    [InlineData("Gigabytes", KqlType.Real, ValueUnit.None)]
    [InlineData("MBytes", KqlType.Real, ValueUnit.None)]
    [InlineData("BytesInMB", KqlType.Real, ValueUnit.None)]
    [InlineData("bytes_mb", KqlType.Long, ValueUnit.None)]
    [InlineData("BytesPct", KqlType.Real, ValueUnit.None)]
    [InlineData("BytesRatio", KqlType.Real, ValueUnit.None)]
    [InlineData("LogBytes", KqlType.Real, ValueUnit.None)]
    [InlineData("BytesPerSecond", KqlType.Real, ValueUnit.None)]
    [InlineData("FlowBytesCount", KqlType.Long, ValueUnit.Count)]
    [InlineData("dcount_BytesSrcToDest", KqlType.Long, ValueUnit.Count)]
    [InlineData("percentile_BytesSrcToDest_95", KqlType.Long, ValueUnit.Bytes)]
    [InlineData("TBytesTotal", KqlType.Real, ValueUnit.None)]
    [InlineData("maxBytes", KqlType.Long, ValueUnit.Bytes)]
    [InlineData("Duration", KqlType.TimeSpan, ValueUnit.Duration)]
    public void AColumnsUnitFollowsFromItsTypeAndName(string name, KqlType type, ValueUnit expected) =>
        Assert.Equal(expected, ValueUnits.Of(new KqlColumn(name, type)));

    [Fact]
    public void LongRealsAreRoundedForReading()
    {
        Assert.Equal("3.33333", ValueText.Readable(10 / 3d, ValueUnit.None));
        Assert.Equal("1234568", ValueText.Readable(1_234_567.89, ValueUnit.None));
    }
}
