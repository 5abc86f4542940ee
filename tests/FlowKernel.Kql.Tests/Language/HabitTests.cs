namespace FlowKernel.Kql.Tests.Language;

/// <summary>
/// Mistakes of people who come from SQL, Splunk or C#: each is one diagnostic, at the right place, with KQL's way. A
/// caret in a query stands before the place; the length is that of the span.
/// </summary>
public class HabitTests(KqlFixture kql)
{
    [Theory]
    [InlineData("^SELECT a FROM T WHERE b = 2", 6, "KQL begins with the table")]
    [InlineData("^select * from T limit 5", 6, "KQL begins with the table")]
    [InlineData("^index=flows src=10.1.1.8 | stats count by s", 5, "KQL begins with the table")]
    [InlineData("T | ^select a, b", 6, "In KQL 'select' is: project SrcIp, DestIp.")]
    [InlineData("T | ^stats count by s", 5, "In KQL 'stats' is: summarize Flows = count() by SrcIp.")]
    [InlineData("T | ^head 10", 4, "In KQL 'head' is: take 10.")]
    [InlineData("T ^where a == 1", 5, "Write | before 'where'.")]
    [InlineData("T\n| where a == 1\n^summarize count() by s", 9, "Write | before 'summarize'.")]
    [InlineData("T | where a ==^= 1", 1, "Write == to compare.")]
    [InlineData("T | where s == 'x' and a ^= 1", 1, "Write == to compare.")]
    [InlineData("T | where a == 1 ^&& b == 2", 2, "Write and.")]
    [InlineData("T | where a == 1 |^| b == 2", 1, "Write or: a | comes before an operator.")]
    [InlineData("T | ^| count", 1, "Write an operator between the two pipes, or only one pipe.")]
    [InlineData("T | where s ^is null", 7, "Write isnull(X), or isempty(X) for texts.")]
    [InlineData("T | where s ^is not null", 11, "Write isnotnull(X), or isnotempty(X) for texts.")]
    [InlineData("T | where s == ^null", 4, "Write isnull(X), or isempty(X) for texts, which are never null.")]
    [InlineData("T | where s ^not like 'x%'", 8, "Write !startswith, !endswith or !contains, or not(X matches regex \"...\").")]
    [InlineData("T | where a ^not in (1, 2)", 6, "Write !in.")]
    [InlineData("T | where ^not s has 'x'", 3, "Write what is denied in brackets: not(SrcIp has \"10.1\").")]
    [InlineData("T | where ^!(s has 'x')", 1, "Write not(...).")]
    [InlineData("T | where ^startswith(s, 'x')", 10, "Write it between its two texts: SrcIp startswith \"10.\".")]
    [InlineData("T | where s.^startswith('x')", 10, "Write it between its two texts: SrcIp startswith \"10.\".")]
    [InlineData("T | extend x = s.^split('.')", 5, "KQL has no methods: write split(s, ...), or an operator such as has.")]
    [InlineData("T | where a in ^22, 33", 2, "Write the list in brackets: in (22, 3389), has_any (\"10.1\", \"10.2\").")]
    [InlineData("T | where a in (22 ^33)", 2, "Write commas between the values.")]
    [InlineData("T | where a between ^1 and 3", 1, "Write both ends in brackets with two dots: between (1 .. 1024).")]
    [InlineData("T | where a between (1^, 3)", 1, "Write two dots between the ends: between (1 .. 1024).")]
    [InlineData("T | where s == ^‘x’", 1, "This is a quotation mark of word processors: write ' or \".")]
    [InlineData("T | where s == 10.1.^1.8", 3, "Write addresses as texts, in quotes: \"10.1.1.8\".")]
    [InlineData("T | where s == 10.0.^0.0/8", 5, "Write ranges as texts: ipv4_is_in_range(SrcIp, \"10.0.0.0/8\").")]
    [InlineData("T | project ^Größe = a", 5, "Write a name with such letters in brackets and quotes: ['Größe'].")]
    [InlineData("T | summarize count(^*) by s", 1, "Write count(): it counts rows.")]
    [InlineData("T | summarize count(^distinct s)", 8, "Write dcount(s), or count_distinct(s), which is exact.")]
    [InlineData("T | summarize ^mean(a)", 4, "In KQL 'mean' is: avg(X).")]
    [InlineData("T | summarize ^p95(a)", 3, "In KQL 'p95' is: percentile(X, 95).")]
    [InlineData("T | summarize count() ^group by s", 8, "Write by alone: summarize count() by SrcIp.")]
    [InlineData("T | summarize sum(a) ^as Total by s", 2, "Names come first: Total = sum(a).")]
    [InlineData("T | project s ^as Name", 2, "Names come first: Name = s.")]
    [InlineData("T | sort by a ^DESC", 4, "Write desc and asc in small letters.")]
    [InlineData("T | top ^by a", 2, "Say how many: top 10 by BytesSrcToDest.")]
    [InlineData("T | where t > ago(7 ^days)", 4, "Write the unit right after the number: d, h, m, s or ms, as in 7d.")]
    [InlineData("T | where t > ago(^1w)", 2, "Timespans have no weeks: write 7d.")]
    [InlineData("T | where t ^> '2024-04-20'", 1, "Write a time as datetime(2024-04-20), or convert a text with todatetime().")]
    [InlineData("T | where t ^> 2024-04-20", 1, "Write a time as datetime(2024-04-20).")]
    [InlineData("T | where t > now() ^- 7", 1, "Write a timespan, such as 7d or 12h.")]
    [InlineData("T | extend x = s ^+ ':'", 1, "Write strcat(...) to put texts together.")]
    [InlineData("T | extend x = a > 1 ^? 'y' : 'n'", 1, "Write iff(condition, value, otherwise).")]
    [InlineData("T | join U on s ^= c", 1, "Write == between the two sides: on $left.SrcIp == $right.Ip.")]
    [InlineData("T | join kind=^left U on s", 4, "Write kind=leftouter to keep rows without a partner, kind=leftsemi or kind=leftanti.")]
    [InlineData("T | render ^map", 3, "Write render scatterchart with (kind=map), or piechart")]
    [InlineData("T | render ^pie", 3, "Did you mean 'piechart'?")]
    [InlineData("T | render piechart with (^titel='x')", 5, "Did you mean 'title'?")]
    [InlineData("^var x = 5; print x", 3, "In KQL: let x = ...; and C# goes into a cell of its own, without #!flowlogs.")]
    [InlineData("x ^= 5; print x", 1, "Write let before a name that you give: let x = ...;")]
    [InlineData("let x = 5 ^T | take x", 1, "Write a semicolon after the let statement.")]
    [InlineData("T | take 3;\n^| count", 1, "A semicolon ends the query: remove it to go on.")]
    [InlineData("^/* all */ T | count", 2, "Comments begin with // and reach to the end of the line.")]
    [InlineData("T | count ^-- all", 2, "Comments begin with // and reach to the end of the line.")]
    public async Task HabitsFromElsewhereAreNamedWithKqlsWay(string marked, int length, string hint)
    {
        var place = marked.IndexOf('^', StringComparison.Ordinal);
        var found = Assert.Single((await kql.CheckAsync(marked.Remove(place, 1))).Diagnostics);
        Assert.Equal((place, length), (found.Span.Start, found.Span.Length));
        Assert.StartsWith(hint, found.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownNameBeforeAHabitIsToldToo()
    {
        var found = (await kql.CheckAsync("T | where aa > 1 and s is null")).Diagnostics;
        Assert.Equal(["KS142", "KS005"], found.Select(d => d.Code));
    }

    [Theory]
    [InlineData("T | take -1", "'take' cannot give a negative number of rows.")]
    [InlineData("T | top -1 by a", "'top' cannot give a negative number of rows.")]
    [InlineData("T | sample -1", "'sample' cannot give a negative number of rows.")]
    public async Task ANegativeNumberOfRowsIsNamed(string query, string message)
    {
        var found = kql.Language.Lower((await kql.CheckAsync(query)).OrThrow()).Diagnostics;
        Assert.Equal(message, Assert.Single(found).Message);
    }
}
