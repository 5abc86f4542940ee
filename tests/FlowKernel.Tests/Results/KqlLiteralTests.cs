using FlowKernel.Results;

namespace FlowKernel.Tests.Results;

public sealed class KqlLiteralTests
{
    public static TheoryData<KqlType, object?, string> Cases => new()
    {
        { KqlType.Bool, true, "true" },
        { KqlType.Int, -5, "int(-5)" },
        { KqlType.Long, long.MinValue, "long(-9223372036854775808)" },
        { KqlType.Real, 0.1, "real(0.1)" },
        { KqlType.Real, double.NegativeInfinity, "real(-inf)" },
        { KqlType.Real, double.NaN, "real(nan)" },
        { KqlType.Decimal, 1.50m, "decimal(1.50)" },
        { KqlType.String, "C:\\a \"b\"\n\u0001é", "\"C:\\\\a \\\"b\\\"\\n\\u0001é\"" },
        { KqlType.String, null, "\"\"" },
        { KqlType.Long, null, "long(null)" },
        {
            KqlType.DateTime, new DateTime(2024, 4, 23, 10, 0, 0, DateTimeKind.Utc),
            "datetime(2024-04-23T10:00:00.0000000Z)"
        },
        { KqlType.TimeSpan, TimeSpan.FromDays(60), "60d" },
        { KqlType.TimeSpan, TimeSpan.FromHours(36), "36h" },
        { KqlType.TimeSpan, TimeSpan.FromMilliseconds(-1500), "timespan(-00:00:01.5000000)" },
        { KqlType.TimeSpan, TimeSpan.Zero, "timespan(00:00:00)" },
        { KqlType.Guid, Guid.Empty, "guid(00000000-0000-0000-0000-000000000000)" },
        { KqlType.Dynamic, new DynamicValue("[1]"), "dynamic([1])" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AValueIsWrittenWithItsType(KqlType type, object? value, string expected) =>
        Assert.Equal(expected, KqlLiteral.Write(type, value));

    [Fact]
    public void AValueOfAnotherTypeIsABug() =>
        Assert.Throws<InvalidCastException>(() => KqlLiteral.Write(KqlType.Bool, "yes"));
}
