namespace FlowKernel.Kql.Tests.Reference;

public sealed class HoverTests(KqlFixture kql)
{
    [Theory]
    [InlineData("T | where s ¦has 'x'", "`has`", "Tells whether a text holds a whole term, whatever its case")]
    [InlineData("T | where s ¦!contains 'x'", "`!contains`", "does not hold another one")]
    [InlineData("T | where a ¦in (1, 2)", "`in`", "one of several, case-sensitively")]
    [InlineData("T | where a > 1 ¦and b > 1", "`and`", "both conditions are true")]
    [InlineData("T | ¦summarize count()", "`summarize`", "Aggregates the rows of each key into one.")]
    [InlineData("T | ¦mv-expand d", "`mv-expand`", "Makes a row of each element of an array")]
    [InlineData("T | summarize ¦count()", "`count(): long`", "Counts the rows, or those for which")]
    [InlineData("T | ¦count", "`count`", "Counts the rows.")]
    [InlineData("¦let x = 1; print x", "`let`", "Gives a name to a value")]
    [InlineData("print ¦ipv4_is_in_range('', '')", "`ipv4_is_in_range(ip, ip_range): bool`",
        "- `ip_range`: the prefix")]
    [InlineData("T | evaluate ¦pivot(s)", "`pivot(pivotColumn,", "Turns the values of a column into columns")]
    [InlineData("T | summarize ¦makeset(a)", "`makeset(", "Collects the distinct values into an array")]
    public async Task HoveringAWordOfKqlShowsItsPage(string query, string head, string text)
    {
        var info = await HoverAsync(query);
        Assert.StartsWith(head, info!.Value.Markdown);
        Assert.Contains(text, info.Value.Markdown);
        Assert.Contains(text.Replace("`", "").TrimStart('-', ' ').Split(':')[0], info.Value.Plain);
    }

    [Theory]
    [InlineData("T | extend Count = a | where ¦Count > 1", "`Count: long`")]
    [InlineData("T | where s == '¦has'", "`string`")]
    [InlineData("let sum = 1; print ¦sum", "`sum: long = 1`")]
    [InlineData("print ¦makeset(1)", "`The aggregate function 'makeset' is not allowed in this context.`")]
    public async Task OtherWordsAreNoNamesOfKql(string query, string markdown) =>
        Assert.Equal(markdown, (await HoverAsync(query))!.Value.Markdown);

    private async Task<(string Markdown, string Plain)?> HoverAsync(string marked)
    {
        var offset = marked.IndexOf('¦', StringComparison.Ordinal) + 1;
        var info = await kql.Language.ExplainAsync(
            marked.Remove(offset - 1, 1), offset, KqlFixture.Small, TestContext.Current.CancellationToken);
        return info is null ? null : (info.Markdown, info.Plain ?? info.Markdown);
    }
}
