using FlowKernel.Results;

namespace FlowKernel.Tests.Results;

public sealed class KqlValuesTests
{
    public static TheoryData<KqlType, string, object> Readable => new()
    {
        { KqlType.String, " a ", " a " },
        { KqlType.Bool, "True", true },
        { KqlType.Int, "-7", -7 },
        { KqlType.Long, "5000000000", 5_000_000_000L },
        { KqlType.Real, "1e9", 1e9 },
        { KqlType.Decimal, "0.10", 0.10m },
        { KqlType.TimeSpan, "1.5h", TimeSpan.FromMinutes(90) },
        { KqlType.TimeSpan, "250ms", TimeSpan.FromMilliseconds(250) },
        { KqlType.TimeSpan, "-2d", TimeSpan.FromDays(-2) },
        { KqlType.TimeSpan, "1.02:00:00", TimeSpan.FromHours(26) },
        { KqlType.DateTime, "2024-04-23", new DateTime(2024, 4, 23, 0, 0, 0, DateTimeKind.Utc) },
        { KqlType.DateTime, "2024-04-23T12:00+02:00", new DateTime(2024, 4, 23, 10, 0, 0, DateTimeKind.Utc) },
        { KqlType.Guid, "74be27de-1e4e-49d9-b579-fe0b331d3642", new Guid("74be27de-1e4e-49d9-b579-fe0b331d3642") },
        { KqlType.Dynamic, "[1,2]", new DynamicValue("[1,2]") },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void AValueIsReadAsItsClrType(KqlType type, string text, object expected)
    {
        Assert.True(KqlValues.TryParse(type, text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData(KqlType.Bool, "1")]
    [InlineData(KqlType.Int, "5000000000")]
    [InlineData(KqlType.Long, "1,000")]
    [InlineData(KqlType.TimeSpan, "60")]
    [InlineData(KqlType.TimeSpan, "1e30d")]
    [InlineData(KqlType.TimeSpan, "99999999999999999999d")]
    [InlineData(KqlType.DateTime, "yesterday")]
    [InlineData(KqlType.Dynamic, "{")]
    public void OtherTextIsRefused(KqlType type, string text) =>
        Assert.False(KqlValues.TryParse(type, text, out _));
}
