using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Kql.Tests.Language;

public class CheckTests(KqlFixture kql)
{
    [Theory]
    [InlineData("T | where aa > 1",
        "KS142 at 10+2: The name 'aa' does not refer to any known column, table, variable or function. "
        + "Did you mean 'a'?")]
    [InlineData("T | where c",
        "KS142 at 10+1: The name 'c' does not refer to any known column, table, variable or function. 'c' is a column of U.")]
    [InlineData("V | count",
        "KS204 at 0+1: The name 'V' does not refer to any known table, tabular variable or function. "
        + "The tables here are T, U.")]
    [InlineData("Traffic | count",
        "KS204 at 0+7: The name 'Traffic' does not refer to any known table, tabular variable or function. "
        + "The tables here are T, U.")]
    [InlineData("T | where strlne(s) > 1",
        "KS211 at 10+6: The name 'strlne' does not refer to any known function. Did you mean 'strlen'?")]
    [InlineData("T | where strlen() > 1", "KS119 at 10+6: The function 'strlen' expects 1 argument. It is written strlen(string).")]
    [InlineData("T | evaluate pivot2(s)", "KS124 at 13+6: The plug-in function 'pivot2' is not defined. Did you mean 'pivot'?")]
    [InlineData("T | extend sum(a)",
        "KS144 at 11+3: The aggregate function 'sum' is not allowed in this context. "
        + "Aggregates stand only in summarize, and in a few operators like it: summarize first, then use the column that it gives, "
        + "such as count_.")]
    [InlineData("T |",
        "KS176 at 3+0: Query operator expected. "
        + "After a pipe comes an operator such as where, extend, summarize or project.")]
    [InlineData("T | where a = 1", "KS141 at 10+5: The expression must have the type bool. Write == to compare.")]
    [InlineData("T | where s == 'a' adn a > 1", "KS005 at 19+3: 'adn' is not expected here. Did you mean 'and'?")]
    [InlineData("T | wher a > 1", "KS176 at 4+4: Query operator expected. Did you mean 'where'?")]
    [InlineData("T | mv-expnd a", "KS176 at 4+2: Query operator expected. Did you mean 'mv-expand'?")]
    [InlineData("T | where s == \"abc", "KS001 at 19+0: A text has no closing \". A text ends with the quotation mark that it begins with, on the same line.")]
    [InlineData(".show tables",
        "FK0115 at 0+12: This is a management command, and only queries run here. "
        + "Remove the leading dot, or run the command in Azure Data Explorer.")]
    [InlineData("print ['']=1, b=2", "FK0125 at 6+4: A column needs a name. Write one between the quotes.")]
    [InlineData("T | project a, ['']=b", "FK0125 at 15+4: A column needs a name. Write one between the quotes.")]
    [InlineData("T | summarize b=max(b) by ['']=a", "FK0125 at 26+4: A column needs a name. Write one between the quotes.")]
    [InlineData("let x = 1;",
        "FK0116 at 0+10: The query has no tabular expression, so it gives no result. "
        + "End it with a table and its operators, such as: NTANetAnalytics | take 10.")]
    [InlineData("",
        "FK0116 at 0+0: The query has no tabular expression, so it gives no result. "
        + "End it with a table and its operators, such as: NTANetAnalytics | take 10.")]
    public async Task MistakesAreNamedWithPlaceAndWayOut(string query, string expected)
    {
        var outcome = await kql.CheckAsync(query);
        Assert.False(outcome.Succeeded);
        var first = Assert.Single(outcome.Diagnostics);
        var (start, length) = (first.Span.Start, first.Span.Length);
        Assert.Equal(expected, $"{first.Code} at {start}+{length}: {first.Message} {first.Hint}".TrimEnd());
    }

    [Fact]
    public async Task AColumnMayBeNamedByASpace() =>
        Assert.Equal([" ", "b"], (await kql.CheckAsync("print [' ']=1, b=2")).OrThrow().Columns.Select(c => c.Name));

    [Fact]
    public async Task ResultColumnsAreThoseOfTheLastOperator()
    {
        var query = (await kql.CheckAsync("T | summarize sum(a), count(), max(b) by s, bin(t, 1h)")).OrThrow();
        Assert.Equal(
            [
                new KqlColumn("s", KqlType.String), new KqlColumn("t", KqlType.DateTime),
                new KqlColumn("sum_a", KqlType.Long), new KqlColumn("count_", KqlType.Long),
                new KqlColumn("max_b", KqlType.Real),
            ],
            query.Columns);
    }

    [Theory]
    [InlineData("time")]
    [InlineData("real")]
    [InlineData("where")]
    [InlineData("by")]
    public async Task AParameterWhoseNameIsAWordOfKqlIsToldHowItIsWritten(string name)
    {
        var scope = KqlFixture.Small with
        {
            Parameters = new Dictionary<string, QueryParameter> { [name] = new(KqlType.Long, 1L) },
        };
        var found = (await kql.CheckAsync($"T | where a == {name}", scope)).Diagnostics[0];
        Assert.Equal($"'{name}' is a word of KQL here: write ['{name}'] for the value of that name.", found.Hint);
        Assert.True((await kql.CheckAsync($"T | where a == ['{name}']", scope)).Succeeded);
    }

    [Fact]
    public async Task ParametersAreScalarsInScope()
    {
        var query = (await kql.CheckAsync("T | where s == ip | extend p = ip")).OrThrow();
        Assert.Equal(new KqlColumn("p", KqlType.String), query.Columns[^1]);
    }

    [Fact]
    public async Task WarningsDoNotStopAQuery()
    {
        var query = (await kql.CheckAsync("union isfuzzy=true T, V")).OrThrow();
        Assert.Equal("KS205", Assert.Single(query.Warnings).Code);
    }

    [Fact]
    public async Task SpansCountUtf16Units()
    {
        var outcome = await kql.CheckAsync("T | where s == \"\U0001F600\" and zz");
        Assert.Equal((24, 2), (outcome.Diagnostics[0].Span.Start, outcome.Diagnostics[0].Span.Length));
    }

    [Fact]
    public async Task NullAndLoneSurrogatesAreOnlyCharacters()
    {
        Assert.True((await kql.CheckAsync("T | where s == \"\0\uD800\"")).Succeeded);
    }

    [Fact]
    public async Task DeclaredParametersAreKnownWithTheirTypes()
    {
        var check = await kql.CheckAsync("declare query_parameters(n:long = 1, since:datetime); T | where a > n and t > since");
        Assert.Equal(
            [new KqlColumn("n", KqlType.Long), new KqlColumn("since", KqlType.DateTime)],
            check.OrThrow().DeclaredParameters);
    }
}
