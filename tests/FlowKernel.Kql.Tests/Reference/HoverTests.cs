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
    [InlineData("T | render time¦chart", "`timechart`", "Draws lines over time")]
    [InlineData("T | render ¦table", "`table`", "Shows the rows as a table")]
    [InlineData("T | render timechart with (ti¦tle='x')", "`title`", "Sets the chart's title.")]
    [InlineData("T | render columnchart with (ki¦nd=stacked)", "`kind`", "Says how bars and areas of one place stand.")]
    [InlineData("T | join kind=inn¦er (T) on a", "`inner`", "Joins each left row with each right row")]
    [InlineData("T | join ki¦nd=inner (T) on a", "`kind`", "Says which variant of an operator is meant.")]
    [InlineData("T | summarize count() b¦y a", "`by`", "Begins what an operator works on in groups")]
    [InlineData("T | order by a de¦sc", "`desc`", "Puts the largest first")]
    [InlineData("T | join (T) on $le¦ft.a == $right.a", "`$left`", "Means the table before join or lookup")]
    [InlineData("T | where a between (1 .¦. 2)", "`..`", "Stands between the ends of a range")]
    [InlineData("T | mv-expand a to typ¦eof(long)", "`typeof`", "Names a type where an operator")]
    [InlineData("T | mv-expand a to typeof(lo¦ng)", "`long`", "Holds a whole number of 64 bits")]
    [InlineData("print dat¦etime(2024-05-01)", "`datetime`", "Holds a moment in UTC")]
    [InlineData("let f = (x: str¦ing) { x }; print f('')", "`string`", "Holds a text")]
    [InlineData("T | parse s wi¦th 'x' y", "`with`", "Begins an operator's properties.")]
    [InlineData("T | sample-distinct 2 o¦f a", "`of`", "Stands between a number and the column")]
    [InlineData("T | order by a nu¦lls first", "`order`", "sort")]
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
    [InlineData("T | extend kind = a | where ki¦nd == 1", "`kind: long`")]
    [InlineData("T | where s == 'b¦y'", "`string`")]
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
