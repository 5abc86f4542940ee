namespace FlowKernel.Cli.Tests.Cells;

public sealed class HelpInEditorTests : IAsyncDisposable
{
    private readonly CellSession _session = new();

    [Theory]
    [InlineData("#!flow¦logs --last 7d", "#!flowlogs", "Run the KQL below")]
    [InlineData("#!flowlogs con¦nect sample", "#!flowlogs connect", "A folder of imported flow logs.")]
    [InlineData("#!flowlogs --la¦st 7d\nNTANetAnalytics", "Option --last", "--last DURATION")]
    [InlineData("#!flowlogs recipe vm-tr¦affic --ip 10.1.1.8", "Recipe vm-traffic", "--ip 10.1.1.8")]
    [InlineData("#!flowlogs --chart pie¦chart", "KQL chart piechart", "Draws parts of a whole")]
    [InlineData("#!flowlogs help Src¦Ip", "Column SrcIp", "string")]
    [InlineData("var x = 1;\n#!flowlogs --la¦st 7d", "Option --last", "Only rows")]
    [InlineData("?summ¦arize", "KQL operator summarize", "Aggregates the rows of each key into one.")]
    [InlineData("summ¦arize?", "KQL operator summarize", "returns")]
    [InlineData("?Cons¦ole", "class System.Console", "Represents the standard input")]
    public async Task HoveringShowsTheStartOfHelp(string cell, string start, string text)
    {
        await _session.RunAsync("#!flowlogs connect sample");
        var shown = await _session.HoverAsync(cell);
        Assert.StartsWith(start, shown);
        Assert.Contains(text, shown);
        Assert.DoesNotContain("See also", shown);
    }

    [Theory]
    [InlineData("?nosuch¦thing")]
    [InlineData("#!flowlogs   ¦  --last 7d")]
    public async Task NothingIsShownWhereThereIsNoHelp(string cell) => Assert.Null(await _session.HoverAsync(cell));

    [Theory]
    [InlineData("?summ¦", "summarize")]
    [InlineData("?Sr¦c", "SrcIp")]
    [InlineData("#!flowlogs help ¦", "summarize,connect,--last,vm-traffic,SrcIp")]
    [InlineData("#!flowlogs help Src¦", "SrcIp,SrcSubnet")]
    [InlineData("var x = 1;\n#!flowlogs help vm-¦", "vm-traffic")]
    [InlineData("?--l¦", "--last,--limit")]
    [InlineData("?WithIp¦", "WithIpDetails")]
    [InlineData("?Consol¦", "Console")]
    [InlineData("?matches r¦", "matches regex")]
    [InlineData("#!flowlogs --last ¦", "1h,1d,7d,30d")]
    public async Task WhatHelpKnowsIsOffered(string cell, string names)
    {
        await _session.RunAsync("#!flowlogs connect sample");
        var offers = await _session.OffersAsync(cell);
        Assert.Subset(offers.ToHashSet(), names.Split(',').ToHashSet());
    }

    [Fact]
    public async Task AQuestionOffersNoNamesThatItKnowsNothingOf() =>
        Assert.DoesNotContain("GetValue", await _session.OffersAsync("?¦"));

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
