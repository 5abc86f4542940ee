using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Kql.Tests.Language;

public class EditorTests(KqlFixture kql)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("T | where s == \"x\"", Completeness.Complete)]
    [InlineData("T;", Completeness.Complete)]
    [InlineData("", Completeness.Complete)]
    [InlineData("T |", Completeness.Incomplete)]
    [InlineData("T | where (a > 1", Completeness.Incomplete)]
    [InlineData("print ```abc", Completeness.Incomplete)]
    [InlineData("let x = 1;", Completeness.Incomplete)]
    [InlineData("let f = (x:long) {", Completeness.Incomplete)]
    [InlineData("print 'abc", Completeness.Invalid)]
    [InlineData("T | where s == \"abc", Completeness.Invalid)]
    [InlineData("T | wher a", Completeness.Invalid)]
    [InlineData("T | where ) a", Completeness.Invalid)]
    public async Task CompletenessIsHonest(string query, Completeness expected) =>
        Assert.Equal(expected, await kql.Language.CompletenessAsync(query, Cancellation));

    [Fact]
    public async Task ColumnsCompleteInsideAnOperator()
    {
        var list = await kql.Language.CompleteAsync("U | where c", 11, KqlFixture.Small, Cancellation);
        Assert.Equal((10, 1), (list.Replace.Start, list.Replace.Length));
        Assert.Contains(list.Items, i => i is { Label: "c", Kind: "column" });
        Assert.DoesNotContain(list.Items, i => i.Label == "a");
    }

    [Theory]
    [InlineData("U | where strl", "strlen(string)", "strlen(")]
    [InlineData("U", "U", "U")]
    [InlineData("U | su", "summarize", "summarize")]
    public async Task WhatIsInsertedEndsWhereTypingGoesOn(string query, string label, string insert)
    {
        var list = await kql.Language.CompleteAsync(query, query.Length, KqlFixture.Small, Cancellation);
        Assert.Equal(insert, list.Items.First(i => i.Label == label).Insert);
    }

    [Theory]
    [InlineData("U | summarize ", "count(")]
    [InlineData("U | where s ", "==")]
    [InlineData("U | where c", "c")]
    [InlineData("U | summarize count() ", "by")]
    [InlineData("U | where len", "lenient")]
    [InlineData("U | join kind=", "anti")]
    public async Task TheObviousComesFirst(string query, string first)
    {
        var scope = new QueryScope(
            new DatabaseSchema("names",
            [
                new TableSchema("U",
                [
                    new KqlColumn("_id", KqlType.String), new KqlColumn("s", KqlType.String), new KqlColumn("c", KqlType.Bool),
                    new KqlColumn("a_len", KqlType.Long), new KqlColumn("lenient", KqlType.Bool),
                ]),
            ]),
            new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        var list = await kql.Language.CompleteAsync(query, query.Length, scope, Cancellation);
        Assert.Equal(first, list.Items[0].Insert);
    }

    [Fact]
    public async Task QuickInfoNamesTypeAndSpan()
    {
        var info = await kql.Language.ExplainAsync("U | where a > 1", 10, KqlFixture.Small, Cancellation);
        Assert.Equal(("`a: long`", 10, 1), (info!.Markdown, info.Span.Start, info.Span.Length));
    }

    [Fact]
    public async Task TablesExplainThemselves()
    {
        var info = await kql.Language.ExplainAsync("U | count", 0, KqlFixture.Small, Cancellation);
        Assert.Equal("`U: table(a, s, c)`\n\nThe other table.", info!.Markdown);
    }

    [Fact]
    public async Task FormattingPutsOneOperatorOnALine() =>
        Assert.Equal("T\n| where a > 1\n| take 5",
            (await kql.Language.FormatAsync("T|where a>1|take 5", Cancellation)).ReplaceLineEndings("\n"));
}
