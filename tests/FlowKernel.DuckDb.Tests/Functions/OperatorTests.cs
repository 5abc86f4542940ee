using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class OperatorTests
{
    [Theory]
    [InlineData(7L, 2L, 1L)]
    [InlineData(-7L, 2L, 1L)]
    [InlineData(7L, -2L, 1L)]
    [InlineData(-7L, -2L, 1L)]
    [InlineData(-5L, 3L, 1L)]
    [InlineData(5L, -3L, 2L)]
    public void RemainderIsNeverNegative(long dividend, long divisor, long remainder) =>
        Assert.Equal(remainder, Calls.Run("%", KqlType.Long, dividend, divisor));

    [Theory]
    [InlineData(-7.5, 2.0, 0.5)]
    [InlineData(5.5, -3.0, 2.5)]
    public void RemainderOfRealsIsNeverNegative(double dividend, double divisor, double remainder) =>
        Assert.Equal(remainder, Calls.Run("%", KqlType.Real, dividend, divisor));

    [Theory]
    [InlineData(-7L, 2L, -3L)]
    [InlineData(7L, -2L, -3L)]
    [InlineData(1L, 2L, 0L)]
    public void LongDivisionTruncates(long dividend, long divisor, long quotient) =>
        Assert.Equal(quotient, Calls.Run("/", KqlType.Long, dividend, divisor));

    [Fact]
    public void LongDividedByZeroIsNull() => Assert.Null(Calls.Run("/", KqlType.Long, 1L, 0L));

    [Fact]
    public void RealDividedByZeroIsInfinite() =>
        Assert.Equal(double.PositiveInfinity, Calls.Run("/", KqlType.Real, 1.0, 0.0));

    [Fact]
    public void IntsDoNotOverflow() => Assert.Equal(4294967294L, Calls.Run("*", KqlType.Long, int.MaxValue, 2));

    [Theory]
    [InlineData("==", false)]
    [InlineData("!=", true)]
    public void NullDiffersFromEveryValue(string op, bool result)
    {
        Assert.Equal(result, Calls.Run(op, KqlType.Bool, null, 5L));
        Assert.Equal(result, Calls.RunOnColumns(op, KqlType.Bool, null, 5L));
        Assert.Null(Calls.RunOnColumns(op, KqlType.Bool, null, null));
    }

    [Theory]
    [InlineData("==", false)]
    [InlineData("!=", true)]
    [InlineData("<", false)]
    [InlineData("<=", false)]
    [InlineData(">", false)]
    [InlineData(">=", false)]
    public void NoComparisonWithNaNIsTrueExceptInequality(string op, bool result)
    {
        object?[] values = [1.0, double.NaN];
        foreach (var other in values)
        {
            Assert.Equal(result, Calls.Run(op, KqlType.Bool, double.NaN, other));
            Assert.Equal(result, Calls.Run(op, KqlType.Bool, other, double.NaN));
            Assert.Equal(result, Calls.RunOnColumns(op, KqlType.Bool, double.NaN, other));
            Assert.Equal(result, Calls.RunOnColumns(op, KqlType.Bool, other, double.NaN));
        }
    }

    [Theory]
    [InlineData("the cat", "cat", true)]
    [InlineData("category", "cat", false)]
    [InlineData("a-Cat.b", "cat", true)]
    [InlineData("ПриветМир", "привет", false)]
    [InlineData("Привет Мир", "привет", true)]
    [InlineData("1_2_3", "2.3", false)]
    [InlineData("version=1.2.3", "2.3", true)]
    [InlineData("anything", "", true)]
    public void HasFindsWholeTerms(string text, string term, bool found)
    {
        Assert.Equal(found, Calls.Run("has", KqlType.Bool, text, term));
        Assert.Equal(found, Calls.RunOnColumns("has", KqlType.Bool, text, term));
        Assert.Equal(!found, Calls.Run("!has", KqlType.Bool, text, term));
    }

    [Fact]
    public void AnInstantBeforeYearOneIsNull() =>
        Assert.Null(Calls.Run("-", KqlType.DateTime, new DateTime(1, 1, 1), TimeSpan.FromTicks(1)));

    [Fact]
    public void ADynamicComparesAsTheOtherSide()
    {
        Assert.Equal(true, Calls.Run("==", KqlType.Bool, new DynamicValue("\"a\""), "a"));
        Assert.Equal(true, Calls.Run("<", KqlType.Bool, new DynamicValue("3"), 4L));
    }
}
