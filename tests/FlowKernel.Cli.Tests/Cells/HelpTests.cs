using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Reference;

namespace FlowKernel.Cli.Tests.Cells;

public sealed class HelpTests : IAsyncDisposable
{
    private readonly CellSession _session = new();

    [Theory]
    [InlineData("?where", "KQL operator where", "Keeps rows for which a condition is true.")]
    [InlineData("mv-expand?", "KQL operator mv-expand", "Makes a row of each element of an array")]
    [InlineData("?ipv4_is_in_range", "KQL function ipv4_is_in_range", "ipv4_is_in_range(ip, ip_range): bool")]
    [InlineData("?dcount", "KQL aggregate dcount", "dcount(expr, [accuracy]): long")]
    [InlineData("?dcount", "KQL aggregate dcount", "On local data: runs. Counts exactly, where Kusto estimates.")]
    [InlineData("?strlen", "KQL function strlen", "On local data: runs as on Kusto.")]
    [InlineData("?hash_many", "KQL function hash_many", "On local data: refused. ")]
    [InlineData("?!has", "KQL operator !has", "does not hold a whole term")]
    [InlineData("?matches regex", "KQL operator matches regex", "what a regular expression matches")]
    [InlineData("?pivot", "KQL plug-in pivot", "pivot(pivotColumn, [aggregateFunction]")]
    [InlineData("?toscalar", "KQL statement toscalar", "the first value of the first row")]
    [InlineData("?makeset", "KQL aggregate make_set", "makeset is an older name of make_set.")]
    [InlineData("?SUMMARIZE", "KQL operator summarize", "Aggregates the rows of each key into one.")]
    [InlineData("?count", "KQL operator count", "KQL aggregate count")]
    [InlineData("?count()", "KQL aggregate count", "count(): long")]
    [InlineData("?kql", "KQL, by families", "IP addresses: parse_ipv4")]
    [InlineData("?order by", "KQL operator order", "Puts rows in order")]
    [InlineData("?sort by", "KQL operator sort", "| sort by")]
    [InlineData("?| where", "KQL operator where", "Keeps rows")]
    [InlineData("?sum(", "KQL aggregate sum", "Adds up")]
    [InlineData("#!flowlogs help order by", "KQL operator order", "Puts rows in order")]
    [InlineData("?string.Join", "string string.Join(", "Concatenates")]
    [InlineData("?int.Parse()", "int int.Parse(", "")]
    [InlineData("?List<int>", "class System.Collections.Generic.List<T>", "T")]
    [InlineData("?System.Collections.Generic.Dictionary<string, int>", "class System.Collections.Generic.Dictionary<TKey, TValue>", "")]
    [InlineData("?List<int>.Add", "void List<int>.Add(int item)", "")]
    [InlineData("?vm-traffic", "Recipe vm-traffic", "#!flowlogs recipe vm-traffic --")]
    [InlineData("?connect", "#!flowlogs connect", "The built-in sample estate.")]
    [InlineData("#!flowlogs help summarize", "KQL operator summarize", "Aggregates the rows of each key into one.")]
    [InlineData("#!flowlogs help connect", "#!flowlogs connect", "A folder of imported flow logs.")]
    [InlineData("#!flowlogs help", "#!flowlogs", "Run the KQL below on flow logs")]
    [InlineData("?", "Help", "?summarize")]
    [InlineData("?--last", "Option --last", "Only rows of the last 7d, 12h or 30m.")]
    [InlineData("#!flowlogs help last", "Option --last", "--last DURATION")]
    [InlineData("#!flowlogs help --param", "Option --param", "Hand over a C# variable")]
    [InlineData("#!flowlogs help name", "Option --name", "Keep the result")]
    [InlineData("?limit", "KQL operator limit", "Option --limit")]
    [InlineData("?ip", "Option --ip", "#!flowlogs recipe vm-traffic --ip 10.1.1.8")]
    [InlineData("?timechart", "KQL chart timechart", "| render timechart")]
    [InlineData("?sankey", "KQL chart sankey", "On local data: runs as on Kusto.")]
    [InlineData("?kind", "KQL render property kind", "KQL keyword kind")]
    [InlineData("?innerunique", "KQL join kind innerunique", "what join does without a kind")]
    [InlineData("?datetime", "KQL type datetime", "Holds a moment in UTC")]
    [InlineData("?dynamic", "KQL type dynamic", "dynamic(Json)")]
    [InlineData("?$left", "KQL keyword $left", "See also: $right")]
    [InlineData("?$right", "KQL keyword $right", "See also: $left")]
    [InlineData("?ysplit", "KQL render property ysplit", "none, axes or panels")]
    [InlineData("?#r", "#r", "Lets C# use a NuGet package.")]
    [InlineData("?#load", "#load", "Runs a file of C#")]
    [InlineData("#!flowlogs recipes vm-traffic", "Recipe vm-traffic", "NTANetAnalytics")]
    [InlineData("#!flowlogs recipes nothing-like-it", "No recipe mentions 'nothing-like-it'.", "List all")]
    [InlineData("#!flowlogs recipes vm-trafic", "No recipe mentions 'vm-trafic'.", "Did you mean vm-traffic?")]
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
        Assert.Matches("DestPort: int +Port at the destination", await _session.RunAsync("?NTANetAnalytics"));
        var column = await _session.RunAsync("?FlowType");
        Assert.StartsWith("Column FlowType: string", column);
        Assert.Contains("In NTANetAnalytics, NTAIpDetails.", column);
        Assert.Equal("Did you mean 'NTANetAnalytics'?", (await _session.ErrorOfAsync("?NTANetAnalytic")).Hint);
        Assert.Equal("Did you mean 'FlowType'?", (await _session.ErrorOfAsync("?FlowTyp")).Hint);
        Assert.Contains("IntraVNet, InterVNet", await _session.RunAsync("#!flowlogs schema NTANetAnalytics"));
        var found = await _session.RunAsync("#!flowlogs schema *publicip*");
        Assert.Contains("DestPublicIps", found);
        Assert.DoesNotContain("DestPort", found);
    }

    [Fact]
    public async Task CSharpNamesAreExplainedToo() =>
        Assert.Contains("class System.Console", await _session.RunAsync("?Console"));

    [Theory]
    [InlineData("?Chart", "FlowChart FlowResult.Chart(")]
    [InlineData("?WithIpDetails", "FlowQuery FlowQuery.WithIpDetails(string column)")]
    [InlineData("?WithIpDetails()", "FlowQuery FlowQuery.WithIpDetails(string column)")]
    [InlineData("?Flow.Query", "Query(")]
    [InlineData("?Query", "FlowQuery Flow.Query(")]
    [InlineData("?ToArrow", "RecordBatch FlowResult.ToArrow()")]
    [InlineData("?SaveCsv", "void FlowResult.SaveCsv(string path)")]
    [InlineData("?Columns", "KqlTable.Columns")]
    [InlineData("?ClearOutput", "ClearOutput(")]
    public async Task MembersThatCellsAreGivenAreFoundByTheirBareNames(string cell, string text) =>
        Assert.Contains(text, await _session.RunAsync(cell));

    [Fact]
    public async Task AllMembersThatAreOfferedHavePages()
    {
        await _session.RunAsync("1");
        foreach (var name in _session.Members)
            Assert.NotEmpty(await _session.RunAsync($"?{name}"));
    }

    [Theory]
    [InlineData("?<img src=x onerror=alert(1)>")]
    [InlineData("?1 + 2")]
    [InlineData("?\"1 2 3\"")]
    [InlineData("?Console.WriteLine(1)")]
    public async Task WhatIsNoNameHasNoHelp(string cell)
    {
        var error = await _session.ErrorOfAsync(cell);
        Assert.Equal($"FK1301: There is no help on '{cell[1..]}'.", error.Sentence);
        Assert.StartsWith("Ask about a recipe", error.Hint);
    }

    [Fact]
    public async Task WhatHelpListsHasAPageAndLeadsToPages()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        var names = (await _session.OffersAsync("?¦")).ToList();
        Assert.Superset(new HashSet<string>(["summarize", "SrcIp", "vm-traffic", "--last", "Chart", "#r", "sankey"]), names.ToHashSet());
        // What is of KQL has tests of its own.
        foreach (var name in names.Where(n => KqlReference.Find(n).Count == 0))
        {
            var page = await _session.RunAsync($"?{name}");
            foreach (var related in page.Split('\n').Where(l => l.StartsWith("See also: ", StringComparison.Ordinal)))
            {
                foreach (var next in related["See also: ".Length..].Split(", "))
                    Assert.True(names.Contains(next.Replace("()", "")) || next == "help", $"{name}: {next}");
            }
        }
    }

    [Fact]
    public async Task OnesOwnTypesAndFunctionsComeBeforeNamesOfKqlAndColumns()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        Assert.Contains("Column Peer: string", await _session.RunAsync("?Peer"));
        await _session.RunAsync("record Peer(string Ip, long Bytes);");
        await _session.RunAsync("long strlen(string text) => text.Length;");
        await _session.RunAsync("strlen(new Peer(\"a\", 1).Ip)");
        Assert.Contains("Peer", await _session.RunAsync("?Peer"));
        Assert.DoesNotContain("Column Peer", await _session.RunAsync("?Peer"));
        Assert.Contains("long strlen(string text)", await _session.RunAsync("strlen()?"));
    }

    [Theory]
    [InlineData("?wher", "FK1301: There is no help on 'wher'.", "Did you mean 'where'?")]
    [InlineData("?sumarize", "FK1301: There is no help on 'sumarize'.", "Did you mean 'summarize'?")]
    [InlineData("#!flowlogs help summarise", "FK1301: There is no help on 'summarise'.", "Did you mean 'summarize'?")]
    [InlineData("#!flowlogs help conect", "FK1301: There is no help on 'conect'.", "Did you mean 'connect'?")]
    [InlineData("?ipv4_is_in_rang", "FK1301: There is no help on 'ipv4_is_in_rang'.",
        "Did you mean 'ipv4_is_in_range'?")]
    [InlineData("?dcont", "FK1301: There is no help on 'dcont'.", "Did you mean 'dcount'?")]
    [InlineData("?vm-trafic", "FK1301: There is no help on 'vm-trafic'.", "Did you mean 'vm-traffic'?")]
    [InlineData("?--lats", "FK1301: There is no help on '--lats'.", "Did you mean '--last'?")]
    [InlineData("?WithIpDetail", "FK1301: There is no help on 'WithIpDetail'.", "Did you mean 'WithIpDetails'?")]
    [InlineData("?median", "FK1301: There is no help on 'median'.", "Did you mean 'percentile'?")]
    [InlineData("?groupby", "FK1301: There is no help on 'groupby'.", "Did you mean 'summarize'?")]
    [InlineData("#!flowlogs help qqqqqqqq", "FK1301: There is no help on 'qqqqqqqq'.",
        "Ask about a recipe, a table or column, a KQL operator or function, a directive or a C# name.")]
    public async Task AnUnknownNameGetsTheNearestOne(string cell, string sentence, string hint)
    {
        var error = await _session.ErrorOfAsync(cell);
        Assert.Equal((sentence, hint), (error.Sentence, error.Hint));
        Assert.Equal(cell.Split(' ', '?')[^1], error.Marked);
    }

    [Fact]
    public async Task TheSchemaIsSearched()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        var found = await _session.RunAsync("#!flowlogs schema NTANetAnalytics bytes");
        Assert.Matches(@"BytesSrcToDest +long +bytes +\d+ +Bytes from initiator to responder", found);
        Assert.DoesNotContain("DestPort", found);
        Assert.Contains("NTAIpDetails", await _session.RunAsync("#!flowlogs schema threat"));
        var error = await _session.ErrorOfAsync("#!flowlogs schema NTANetAnalytic");
        Assert.Equal(
            ("FK0505: There is no table 'NTANetAnalytic', nor a column that mentions it.",
                "Did you mean 'NTANetAnalytics'?"),
            (error.Sentence, error.Hint));
    }

    [Fact]
    public async Task TheRecipeListHasLinesToCopyThatRun()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        foreach (var recipe in FlowKernel.Recipes.RecipeLibrary.All)
            await _session.RunAsync(RecipePage.LineOf(recipe));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
