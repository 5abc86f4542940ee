using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tests.Emit;

public class SqlLiteralTests
{
    public static TheoryData<object, KqlType> Values => new()
    {
        { true, KqlType.Bool },
        { int.MinValue, KqlType.Int },
        { int.MaxValue, KqlType.Int },
        { long.MinValue, KqlType.Long },
        { long.MaxValue, KqlType.Long },
        { 0.1, KqlType.Real },
        { double.Epsilon, KqlType.Real },
        { double.MaxValue, KqlType.Real },
        { double.NaN, KqlType.Real },
        { double.NegativeInfinity, KqlType.Real },
        { -1.25m, KqlType.Decimal },
        { 123456789012345678.12345678m, KqlType.Decimal },
        { new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc), KqlType.DateTime },
        { new DateTime(2024, 4, 23, 1, 2, 3, 456, 789, DateTimeKind.Utc), KqlType.DateTime },
        { new DateTime(9999, 12, 31, 23, 59, 59, DateTimeKind.Utc), KqlType.DateTime },
        { new TimeSpan(-1), KqlType.TimeSpan },
        { TimeSpan.MaxValue, KqlType.TimeSpan },
        { Guid.Parse("74be27de-1e4e-49d9-b579-fe0b331d3642"), KqlType.Guid },
        { Guid.Parse("f4be27de-1e4e-49d9-b579-fe0b331d3642"), KqlType.Guid },
        { new DynamicValue("{\"a\":[1,\"x'y\",null]}"), KqlType.Dynamic },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void AValueComesBackAsItWas(object value, KqlType type)
    {
        Assert.Equal(value, Runs.Run(Plans.Table([new("c", type)], [value]))[0, 0]);
    }
}
