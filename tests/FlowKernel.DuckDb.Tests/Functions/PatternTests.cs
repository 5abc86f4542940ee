using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class PatternTests
{
    [Theory]
    [InlineData("ＡＢ１２", @"\d", true)]
    [InlineData("AB", @"\d", false)]
    [InlineData("été", @"^\w+$", true)]
    [InlineData("a été", @"\bété\b", true)]
    [InlineData("line\n", "line$", false)]
    public void ClassesKnowUnicode(string text, string pattern, bool matches) =>
        Assert.Equal(matches, Calls.Run("matches regex", KqlType.Bool, text, pattern));

    [Theory]
    [InlineData(@"(\d+)-(\d+)", 2L, "2020-12-31", "12")]
    [InlineData(@"(\d+)", 0L, "no", "")]
    [InlineData(@"\bx(.)", 1L, "axb xc", "c")]
    public void ExtractGivesTheGroupOrNothing(string pattern, long group, string text, string result) =>
        Assert.Equal(result, Calls.Run("extract", KqlType.String, pattern, group, text));

    [Theory]
    [InlineData(@"(\d+)", "1 and 22", "[\"1\",\"22\"]")]
    [InlineData(@"([a-z])(\d)?", "a1b", "[[\"a\",\"1\"],[\"b\",\"\"]]")]
    [InlineData(@"(\d+)", "none", null)]
    [InlineData(@"(?P<first>\w)-(?P<last>\w)", "a-b", "[[\"a\",\"b\"]]")]
    public void ExtractAllGivesEveryMatch(string pattern, string text, string? result) =>
        Assert.Equal(result, Calls.Run("extract_all", KqlType.Dynamic, pattern, text));

    [Fact]
    public void RewritesNameGroupsByBackslash() =>
        Assert.Equal("Number was: 1",
            Calls.Run("replace_regex", KqlType.String, "Number is 1", @"is (\d+)", @"was: \1"));

    [Theory]
    [InlineData(" ", "  pad  ", " pad ")]
    [InlineData("y", "yyy", "y")]
    [InlineData(@"[^\w]+", "-  Te st1// $", "Te st1")]
    [InlineData("--", "--https://bing.com--", "https://bing.com")]
    public void TrimTakesOneMatchFromEachEnd(string pattern, string text, string result) =>
        Assert.Equal(result, Calls.Run("trim", KqlType.String, pattern, text));

    [Fact]
    public void CountofCountsTextsOrMatches()
    {
        Assert.Equal(3L, Calls.Run("countof", KqlType.Long, "hello world hello", "l+", "regex"));
        Assert.Equal(2L, Calls.Run("countof", KqlType.Long, "aaa", "aa"));
    }

    [Fact]
    public void PlacesOfMatchesCountCodePoints()
    {
        Assert.Equal(2L, Calls.Run("indexof_regex", KqlType.Long, "𝓗é12", @"\d"));
        Assert.Equal(-1L, Calls.Run("indexof_regex", KqlType.Long, "none", @"\d"));
        Assert.Equal(1L, Calls.Run("has_any_index", KqlType.Long, "a cat", new DynamicValue("[\"dog\",\"CAT\"]")));
    }

    [Fact]
    public void ExtractAllAsksForAGroup()
    {
        var outcome = Calls.Emit("extract_all", KqlType.Dynamic, [Calls.Constant("a"), Calls.Constant("aaa")]);
        Assert.Equal(
            "'extract_all' needs a regular expression with a capture group.",
            Assert.Single(outcome.Diagnostics).Message);
    }

    [Fact]
    public void AWrongPatternIsADiagnosticAtThePattern()
    {
        var outcome = Calls.Emit("matches regex", KqlType.Bool, [Calls.Constant("x"), Calls.Constant("(")]);
        Assert.Equal("FK0134", Assert.Single(outcome.Diagnostics).Code);
    }
}
