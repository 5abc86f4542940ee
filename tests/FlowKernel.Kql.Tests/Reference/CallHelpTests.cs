namespace FlowKernel.Kql.Tests.Reference;

public sealed class CallHelpTests(KqlFixture kql)
{
    [Theory]
    [InlineData("T | where ipv4_is_in_range(s, ¦)", "ipv4_is_in_range(ip, ip_range): bool\n                     ^^^^^^^^", "ip_range: the prefix")]
    [InlineData("T | where ipv4_is_in_range(¦", "ipv4_is_in_range(ip, ip_range): bool\n                 ^^", "ip: ")]
    [InlineData("T | where ipv4_is_in_range(s, '10.0¦.0.0/8')", "ipv4_is_in_range(ip, ip_range): bool\n                     ^^^^^^^^", "Tells whether")]
    [InlineData("let f = (x: long, y: string) { x }; print f(1, ¦)", "f(x, y): long\n     ^", "f")]
    [InlineData("T | evaluate pivot(s, ¦)", "pivot(pivotColumn,", "Turns the values of a column into columns")]
    public async Task ACallShowsWhatIsWrittenNext(string query, string start, string text)
    {
        var plain = await PlainAsync(query);
        Assert.StartsWith(start, plain);
        Assert.Contains(text, plain);
    }

    [Fact]
    public async Task AnUnfinishedCallIsNoMistakeYet()
    {
        var plain = await PlainAsync("T | summarize arg_max(a, ¦");
        Assert.StartsWith("arg_max(", plain);
        Assert.Contains("^", plain);
        Assert.DoesNotContain("Expected", plain);
    }

    [Fact]
    public async Task AnArgumentThatIsANameIsExplainedFirst()
    {
        var plain = await PlainAsync("T | where ipv4_is_in_range(¦s, '')");
        Assert.StartsWith("`s: string`", plain);
        Assert.Contains("ipv4_is_in_range(ip, ip_range): bool", plain);
    }

    [Theory]
    [InlineData("T | where a in (1, ¦2)")]
    [InlineData("T | where (a > 1 ¦)")]
    [InlineData("T | where strlen(s) ¦> 1")]
    public async Task OtherBracketsAreNoCalls(string query) =>
        Assert.DoesNotContain("^", await PlainAsync(query) ?? "");

    private async Task<string?> PlainAsync(string marked)
    {
        var offset = marked.IndexOf('¦', StringComparison.Ordinal);
        var info = await kql.Language.ExplainAsync(
            marked.Remove(offset, 1), offset, KqlFixture.Small, TestContext.Current.CancellationToken);
        return info?.Plain ?? info?.Markdown;
    }
}
