using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class DateTests
{
    private static readonly DateTime Noon = new(2020, 6, 15, 13, 45, 9);

    [Fact]
    public void AWeekStartsOnSunday() =>
        Assert.Equal(new DateTime(2020, 6, 14), Calls.Run("startofweek", KqlType.DateTime, Noon));

    [Fact]
    public void AnOffsetMovesByWholeUnits()
    {
        Assert.Equal(new DateTime(2020, 5, 31), Calls.Run("startofweek", KqlType.DateTime, Noon, -2L));
        Assert.Equal(new DateTime(2019, 5, 1), Calls.Run("startofmonth", KqlType.DateTime, Noon, -13L));
        Assert.Equal(new DateTime(2020, 2, 29, 23, 59, 59, 999, 999),
            Calls.Run("endofmonth", KqlType.DateTime, new DateTime(2020, 1, 31), 1L));
    }

    [Fact]
    public void BinsOfSevenDaysCountFromYearOne()
    {
        var day = new DateTime(1955, 11, 5, 6, 15, 0);
        Assert.Equal(new DateTime(1955, 10, 31), Calls.Run("bin", KqlType.DateTime, day, TimeSpan.FromDays(7)));
        Assert.Equal(new DateTime(1955, 10, 31),
            Calls.RunOnColumns("bin", KqlType.DateTime, day, TimeSpan.FromDays(7)));
    }

    [Fact]
    public void ABinOfNegativeSizeIsNull() =>
        Assert.Null(Calls.Run("bin", KqlType.DateTime, Noon, TimeSpan.FromHours(-1)));

    [Theory]
    [InlineData(-7L, 4L, -8L)]
    [InlineData(9L, 4L, 8L)]
    public void BinsOfNumbersRoundDown(long value, long size, long bin) =>
        Assert.Equal(bin, Calls.RunOnColumns("bin", KqlType.Long, value, size));

    [Theory]
    [InlineData("year", 1L)]
    [InlineData("month", 6L)]
    [InlineData("day", 167L)]
    [InlineData("week", 24L)]
    [InlineData("hour", 3998L)]
    public void DifferencesCountBorders(string part, long borders) =>
        Assert.Equal(borders,
            Calls.Run("datetime_diff", KqlType.Long, part, Noon, new DateTime(2019, 12, 31, 23, 59, 0)));

    [Fact]
    public void AddingMonthsKeepsInsideTheMonth() =>
        Assert.Equal(new DateTime(2019, 2, 28),
            Calls.Run("datetime_add", KqlType.DateTime, "quarter", -5L, new DateTime(2020, 5, 31)));

    [Theory]
    [InlineData("M/d/yy H:m:s", "6/15/20 13:45:9")]
    [InlineData("dddd", "1515")]
    [InlineData("h:mm:ss tt", "1:45:09 PM")]
    [InlineData("yyyyMMddHHmmss.FFF", "20200615134509.")]
    public void DatesFollowTheirFormat(string format, string text) =>
        Assert.Equal(text, Calls.Run("format_datetime", KqlType.String, Noon, format));

    [Theory]
    [InlineData("d.hh:mm", "-1.02:00")]
    [InlineData("ddd.h:m", "-001.2:0")]
    public void LengthsOfTimeFollowTheirFormat(string format, string text) =>
        Assert.Equal(text, Calls.Run("format_timespan", KqlType.String, TimeSpan.FromHours(-26), format));

    [Fact]
    public void AnImpossibleDateIsNull() =>
        Assert.Null(Calls.Run("make_datetime", KqlType.DateTime, 2020L, 13L, 1L));

    [Fact]
    public void AgoCountsFromTheContext() =>
        Assert.Equal(new DateTime(2024, 5, 5, 7, 8, 9), Calls.Run("ago", KqlType.DateTime, TimeSpan.FromDays(1)));

    [Theory]
    [InlineData("2020-06-15 13:45:09")]
    [InlineData("2020-06-15T13:45:09Z")]
    [InlineData("06/15/2020 13:45:09")]
    [InlineData("2020-06-15T15:45:09+02:00")]
    public void DatesAreReadFromManyForms(string text) =>
        Assert.Equal(Noon, Calls.Run("todatetime", KqlType.DateTime, text));

    [Theory]
    [InlineData("10:20")]
    [InlineData("2020-02-30")]
    [InlineData("")]
    public void ATextThatIsNoDateGivesNull(string text) => Assert.Null(Calls.Run("todatetime", KqlType.DateTime, text));
}
