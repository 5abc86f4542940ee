using System.Net;
using System.Text.Json.Nodes;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.Cli.Tests.Cells;

public sealed class ExportTests(TemporaryFolder folder) : IClassFixture<TemporaryFolder>, IAsyncDisposable
{
    private readonly CellSession _session = new();

    [Fact]
    public async Task TheCellsOfTheSessionBecomeAReportThatSaysSo()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        await _session.RunAsync("#!flowlogs --last 30d\nNTANetAnalytics | summarize count() by FlowType");
        var said = await _session.RunAsync($"#!flowlogs export {folder.File("session.html")}");
        Assert.Contains("of the cells that ran in this session", said);
        Assert.Contains("add --notebook FILE.ipynb", said);
        var page = await ReadAsync("session.html");
        Assert.Contains("MaliciousFlow", page);
        Assert.Contains("CSV, 8 rows", page);
        Assert.Contains("<td>the last 30 d: 2024-03-28 12:00:00 to 2024-04-27 12:00:00</td><td>sample</td>", page);
        Assert.DoesNotContain("#!flowlogs export", page);
    }

    [Fact]
    public async Task AConnectionWithANameOfTheUsersHasTheOneThatItsQueriesTell()
    {
        Assert.StartsWith("Connected to prod (sample): ", await _session.RunAsync("#!flowlogs connect sample --as prod"), StringComparison.Ordinal);
        await _session.RunAsync("#!flowlogs --on prod\nNTANetAnalytics | count");
        await _session.RunAsync($"#!flowlogs export {folder.File("named.html")}");
        var page = await ReadAsync("named.html");
        Assert.Contains("<div>Connected to prod (sample): ", page);
        Assert.Contains("<td>sample</td>", page);
    }

    [Fact]
    public async Task ARangeThatIsLongerThanTimeItselfIsAllOfIt()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        var all = await _session.RunAsync("#!flowlogs\nNTANetAnalytics | count");
        Assert.Equal(all, await _session.RunAsync("#!flowlogs --last 800000d\nNTANetAnalytics | count"));
        await _session.RunAsync($"#!flowlogs export {folder.File("long.html")}");
        Assert.Contains("<td>the last 800000 d: 0001-01-01 00:00:00 to 2024-04-27 12:00:00</td>", await ReadAsync("long.html"));
    }

    [Fact]
    public async Task AReportThatCannotBeWrittenIsAMistakeThatSaysWhy()
    {
        await File.WriteAllTextAsync(folder.File("no-folder"), "", TestContext.Current.CancellationToken);
        var error = await _session.ErrorOfAsync($"#!flowlogs export {folder.File("no-folder/report.html")}");
        Assert.StartsWith($"FK1323: '{folder.File("no-folder/report.html")}' could not be written: ", error.Sentence, StringComparison.Ordinal);
        Assert.Equal("Choose a folder that you may write to.", error.Hint);
    }

    [Fact]
    public async Task ASavedNotebookGivesItsTextAndTheSessionItsOutputs()
    {
        var notebook = NotebookDocument.Create(
            [NotebookCell.Create("markdown", "# My <b>findings</b>"), NotebookCell.Create("code", "6 * 7")]);
        await File.WriteAllTextAsync(folder.File("n.ipynb"), notebook.ToString(), TestContext.Current.CancellationToken);
        await _session.RunAsync("6 * 7");
        var said = await _session.RunAsync(
            $"#!flowlogs export {folder.File("n.html")} --notebook {folder.File("n.ipynb")}");
        Assert.Contains("n.ipynb as last saved, with this session's outputs in 1 of its cells.", said);
        var page = await ReadAsync("n.html");
        Assert.Contains("My &lt;b&gt;findings&lt;/b&gt;", page);
        Assert.Contains("<pre class=\"output\">42</pre>", page);
    }

    [Fact]
    public async Task AReportIsWrittenAgainButNoOtherFileIsOverwritten()
    {
        await _session.RunAsync($"#!flowlogs export {folder.File("twice.html")}");
        await _session.RunAsync($"#!flowlogs export {folder.File("twice.html")}");
        await File.WriteAllTextAsync(folder.File("mine.html"), "<p>mine", TestContext.Current.CancellationToken);
        var error = await _session.ErrorOfAsync($"#!flowlogs export {folder.File("mine.html")}");
        Assert.StartsWith("FK1321: ", error.Sentence);
        Assert.Equal(folder.File("mine.html"), error.Marked);
        Assert.Equal("<p>mine", await ReadAsync("mine.html"));
    }

    [Fact]
    public async Task TheQueriesOfAReportHaveTheValuesThatTheyWereGiven()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        await _session.RunAsync("var ip = \"10.1.2.4\"; var back = TimeSpan.FromDays(3);");
        await _session.RunAsync(
            "#!flowlogs --param ip --param back\nNTANetAnalytics | where TimeGenerated > ago(back) and SrcIp == ip | count");
        await _session.RunAsync("#!flowlogs recipe vm-traffic --ip 10.1.1.8 --last 5d");
        await _session.RunAsync("await Flow.Query($\"NTANetAnalytics | where SrcIp == {ip} | count\")");
        await _session.RunAsync($"#!flowlogs export {folder.File("given.html")}");
        var page = WebUtility.HtmlDecode(await ReadAsync("given.html"));
        Assert.Contains("let ip = \"10.1.2.4\";\nlet back = 3d;\nNTANetAnalytics | where TimeGenerated", page);
        Assert.Contains("let ip = \"10.1.1.8\";\nlet lookback = 5d;\nNTANetAnalytics", page);
        Assert.Contains("let __p1 = \"10.1.2.4\";\nNTANetAnalytics | where SrcIp == __p1 | count", page);
    }

    [Fact]
    public async Task OutputsOfAnEarlierSessionAreSaidToBe()
    {
        var old = NotebookCell.Create("code", "NTANetAnalytics | count");
        old.SetOutputs(1, [JsonNode.Parse("""{"output_type":"stream","name":"stdout","text":"yesterday"}""")]);
        var notebook = NotebookDocument.Create([old, NotebookCell.Create("code", "6 * 7")]);
        await File.WriteAllTextAsync(folder.File("old.ipynb"), notebook.ToString(), TestContext.Current.CancellationToken);
        await _session.RunAsync("#!flowlogs connect sample");
        await _session.RunAsync("#!flowlogs\nNTANetAnalytics | where TimeGenerated > ago(1d) | count");
        await _session.RunAsync("6 * 7");
        await _session.RunAsync($"#!flowlogs export {folder.File("old.html")} --notebook {folder.File("old.ipynb")}");
        var page = await ReadAsync("old.html");
        Assert.Contains("1 cell shows what an earlier session saved; the queries of that are not listed here.", page);
        Assert.Contains("<td>as the query says, at 2024-04-27 12:00:00</td>", page);
    }

    [Fact]
    public async Task AMissingNotebookIsNamed()
    {
        var error = await _session.ErrorOfAsync($"#!flowlogs export {folder.File("x.html")} --notebook nowhere.ipynb");
        Assert.Equal(("FK1322: There is no notebook 'nowhere.ipynb'.", "nowhere.ipynb"), (error.Sentence, error.Marked));
    }

    [Fact]
    public async Task AnotherKindOfFileIsRefused() => Assert.StartsWith(
        "FK1320: 'report.pdf' is no .html file.", (await _session.ErrorOfAsync("#!flowlogs export report.pdf")).Sentence);

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(folder.File(name), TestContext.Current.CancellationToken);
}
