using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class StringTests
{
    [Theory]
    [InlineData("abc", 5L, 3L, "")]
    [InlineData("abc", -1L, 2L, "c")]
    [InlineData("hello", -3L, 2L, "ll")]
    [InlineData("hello", -100L, 3L, "")]
    [InlineData("𝓗ello", 0L, 2L, "𝓗e")]
    [InlineData("hello", 1L, -1L, "")]
    public void SubstringCountsCodePointsAndFromTheEnd(string text, long start, long length, string part)
    {
        Assert.Equal(part, Calls.Run("substring", KqlType.String, text, start, length));
        Assert.Equal(part, Calls.RunOnColumns("substring", KqlType.String, text, start, length));
    }

    [Theory]
    [InlineData("a,,b", ",", """["a","","b"]""")]
    [InlineData("", ",", """[""]""")]
    public void SplitKeepsEmptyParts(string text, string separator, string parts) =>
        Assert.Equal(parts, Calls.Run("split", KqlType.Dynamic, text, separator));

    [Fact]
    public void SplitWithAnIndexGivesThatPartAlone()
    {
        Assert.Equal("""["b"]""", Calls.Run("split", KqlType.Dynamic, "a,b", ",", 1L));
        Assert.Null(Calls.Run("split", KqlType.Dynamic, "a,b", ",", 2L));
    }

    [Fact]
    public void StrcatWritesValuesAsTostringDoes() =>
        Assert.Equal(
            "a1True1.00:00:001500.0",
            Calls.Run("strcat", KqlType.String, "a", 1L, true, TimeSpan.FromDays(1), 1500.0));

    [Theory]
    [InlineData("O'Brien's", "'", 3L, 7L)]
    [InlineData("''", "'", 3L, -1L)]
    public void IndexofStartsWhereAsked(string text, string part, long start, long place) =>
        Assert.Equal(place, Calls.Run("indexof", KqlType.Long, text, part, start));

    [Theory]
    [InlineData("aaa", "", "X", "aaa")]
    [InlineData("aba", "a", "", "b")]
    public void ReplacingTheEmptyTextChangesNothing(string text, string part, string by, string result) =>
        Assert.Equal(result, Calls.Run("replace_string", KqlType.String, text, part, by));
}
