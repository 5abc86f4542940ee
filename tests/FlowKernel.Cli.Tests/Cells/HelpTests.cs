using FlowKernel.FlowLogs;
using FlowKernel.Kql;
using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Session;

namespace FlowKernel.Cli.Tests.Cells;

public sealed class HelpTests : IAsyncDisposable
{
    private readonly CellSession _session = new();

    [Theory]
    [InlineData("?where", "KQL operator where", "Keeps rows for which a condition is true.")]
    [InlineData("mv-expand?", "KQL operator mv-expand", "A row for each element of an array.")]
    [InlineData("?ipv4_is_in_range", "KQL function ipv4_is_in_range", "ipv4_is_in_range(ip, ip_range): bool")]
    [InlineData("?dcount", "KQL aggregate dcount", "dcount(expr, [accuracy]): long")]
    [InlineData("?vm-traffic", "Recipe vm-traffic", "#!flowlogs recipe vm-traffic --")]
    [InlineData("?connect", "#!flowlogs connect sample", "The built-in sample estate.")]
    [InlineData("#!flowlogs help summarize", "KQL operator summarize", "Aggregates rows of the same key.")]
    [InlineData("#!flowlogs help connect", "#!flowlogs connect sample", "A folder of imported flow logs.")]
    [InlineData("#!flowlogs help", "#!flowlogs [options]", "Run the KQL below on flow logs")]
    [InlineData("#!flowlogs recipes vm-traffic", "Recipe vm-traffic", "NTANetAnalytics")]
    public async Task HelpIsFoundByName(string cell, string heading, string text)
    {
        var shown = await _session.RunAsync(cell);
        Assert.StartsWith(heading, shown);
        Assert.Contains(text, shown);
    }

    [Fact]
    public async Task TablesAndColumnsOfTheConnectionAreExplained()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        Assert.Contains("DestPort: int  — Port at the destination", await _session.RunAsync("?NTANetAnalytics"));
        var column = await _session.RunAsync("?FlowType");
        Assert.StartsWith("Column FlowType: string", column);
        Assert.Contains("In NTANetAnalytics, NTAIpDetails.", column);
        Assert.Contains("IntraVNet, InterVNet", await _session.RunAsync("#!flowlogs schema NTANetAnalytics"));
        var found = await _session.RunAsync("#!flowlogs schema *publicip*");
        Assert.Contains("DestPublicIps", found);
        Assert.DoesNotContain("DestPort", found);
    }

    [Fact]
    public async Task CSharpNamesAreExplainedToo() =>
        Assert.Contains("class System.Console", await _session.RunAsync("?Console"));

    [Theory]
    [InlineData("?wher", "FK1301: There is no help on 'wher'.", "Did you mean 'where'?")]
    [InlineData("#!flowlogs help qqqqqqqq", "FK1301: There is no help on 'qqqqqqqq'.",
        "Ask about a recipe, a table or column, a KQL operator or function, a directive or a C# name.")]
    public async Task AnUnknownNameGetsTheNearestOne(string cell, string sentence, string hint)
    {
        var error = await _session.ErrorOfAsync(cell);
        Assert.Equal((sentence, hint), (error.Sentence, error.Hint));
        Assert.Equal(cell.Split(' ', '?')[^1], error.Marked);
    }

    [Fact]
    public async Task EveryExampleOfAnOperatorIsRightKql()
    {
        using var language = new KqlLanguage();
        var scope = new QueryScope(FlowLogTables.Database, DateTime.UnixEpoch);
        foreach (var (name, (_, example)) in OperatorNotes.All)
        {
            var check = await language.CheckAsync(example, scope, TestContext.Current.CancellationToken);
            Assert.True(check.Succeeded, $"{name}: {string.Join("; ", check.Diagnostics.Select(d => d.Message))}");
        }
    }

    [Fact]
    public void EveryColumnOfFlowsAndAddressesIsExplained() => Assert.Empty(
        FlowLogTables.NetAnalytics.Columns.Concat(FlowLogTables.IpDetails.Columns)
            .Where(c => ColumnNotes.Find(c.Name) is null).Select(c => c.Name));

    [Fact]
    public async Task TheRecipeListHasLinesToCopyThatRun()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        foreach (var recipe in FlowKernel.Recipes.RecipeLibrary.All)
            await _session.RunAsync(RecipePage.LineOf(recipe));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
