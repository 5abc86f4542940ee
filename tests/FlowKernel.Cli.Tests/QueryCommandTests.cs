using System.Text.Json.Nodes;

namespace FlowKernel.Cli.Tests;

[Collection("console")]
public sealed class QueryCommandTests(TemporaryFolder folder) : IClassFixture<TemporaryFolder>
{
    private const string Rows = "datatable(Name:string, Bytes:long, At:datetime, For:timespan, Some:dynamic)"
        + " [\"a,b\", 9007199254740993, datetime(2024-04-23), 1d, dynamic([1,\"x\"])]";

    [Fact]
    public async Task JsonKeepsEveryValueExactly()
    {
        var run = await ToolRun.OfAsync("query", "--format", "json", Rows);
        Assert.Equal(
            """{"columns":[{"name":"Name","type":"string"},{"name":"Bytes","type":"long"},"""
            + """{"name":"At","type":"datetime"},"""
            + """{"name":"For","type":"timespan"},{"name":"Some","type":"dynamic"}],"rows":[["a,b",9007199254740993,"""
            + "\"2024-04-23T00:00:00.0000000Z\",\"1.00:00:00\",[1,\"x\"]]]}",
            run.Output.Trim());
    }

    [Fact]
    public async Task CsvQuotesWhatNeedsQuotes()
    {
        var run = await ToolRun.OfAsync(
            "query", "--format", "csv", "print Name = 'a,b', Quote = 'say \"x\"', Number = 1.5");
        Assert.Equal("Name,Quote,Number\n\"a,b\",\"say \"\"x\"\"\",1.5\n", run.Output);
    }

    [Fact]
    public async Task ExternalDataIsReadWhereTheCommandLineAllowsIt()
    {
        var file = Path.Combine(folder.Path, "a.csv");
        await File.WriteAllTextAsync(file, "10.0.0.4,443\n", TestContext.Current.CancellationToken);
        var kql = $"externaldata(Ip:string, Port:long) [@'{file}']";

        var refused = await ToolRun.OfAsync("query", "--format", "json", kql);
        var read = await ToolRun.OfAsync("query", "--format", "json", "--allow-data", folder.Path, kql);

        Assert.Contains("FK0510", refused.Output, StringComparison.Ordinal);
        Assert.Equal("""[["10.0.0.4",443]]""", JsonNode.Parse(read.Output)!["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task APlaceThatIsNotThereCannotBeAllowed()
    {
        var run = await ToolRun.OfAsync("query", "--allow-data", Path.Combine(folder.Path, "none"), "print 1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FK0515", run.Errors + run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ip=10.1.1.8", "ip", "10.1.1.8")]
    [InlineData("n=42", "n + 1", "43")]
    [InlineData("span=60d", "span / 1d", "60.0")]
    [InlineData("t:string=42", "strcat(t, '!')", "42!")]
    [InlineData("day=2024-04-23", "dayofmonth(day)", "23")]
    public async Task AParameterIsTypedByItsForm(string parameter, string expression, string expected)
    {
        var run = await ToolRun.OfAsync("query", "--format", "json", "--param", parameter, $"print x = {expression}");
        var value = JsonNode.Parse(run.Output)!["rows"]![0]![0]!;
        Assert.Equal(expected.TrimEnd('0').TrimEnd('.'), value.ToString());
    }

    [Fact]
    public async Task NowIsWhatTheUserSays()
    {
        var run = await ToolRun.OfAsync("query", "--format", "csv", "--now", "2024-04-27T12:00:00Z", "print ago(1d)");
        Assert.Equal("print_0\n2024-04-26T12:00:00.0000000Z\n", run.Output);
    }

    [Fact]
    public async Task LastLimitsEveryTableToItsNewestRows()
    {
        const string Query =
            "NTANetAnalytics | summarize From = min(TimeGenerated) | project From > datetime(2024-04-25 12:00)";
        var all = await ToolRun.OfAsync("query", "--sample", "--format", "csv", Query);
        var recent = await ToolRun.OfAsync("query", "--sample", "--format", "csv", "--last", "2d", Query);
        Assert.EndsWith("false\n", all.Output);
        Assert.EndsWith("true\n", recent.Output);
    }

    [Fact]
    public async Task ABatchGivesOneLineForEachQueryAndGoesOnAfterAFailure()
    {
        var (input, output) = (folder.File("in.jsonl"), folder.File("out.jsonl"));
        await File.WriteAllLinesAsync(
            input,
            [
                """{"id":"a","kql":"print 1"}""", """{"id":"b","kql":"print x"}""", "not json",
                """{"id":"c","kql":"print 2"}""",
            ],
            TestContext.Current.CancellationToken);
        Assert.Equal(0, (await ToolRun.OfAsync("query", "--batch", input, "--out", output)).ExitCode);
        var lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        Assert.Equal("""{"id":"a","columns":[{"name":"print_0","type":"long"}],"rows":[[1]]}""", lines[0]);
        Assert.StartsWith("""{"id":"b","error":{"code":"KS142",""", lines[1]);
        Assert.StartsWith("""{"id":null,"error":{"code":"FK0999",""", lines[2]);
        Assert.StartsWith("""{"id":"c","columns":""", lines[3]);
    }

    [Fact]
    public async Task ExplainShowsPlanSqlAndTimes()
    {
        var run = await ToolRun.OfAsync("query", "--explain", "print x = 1 | where x > 0");
        Assert.All(
            ["-- check", "-- plan", "-- optimiser", "-- SQL", "-- time", "lower", "emit", "run"],
            part => Assert.Contains(part, run.Output));
    }

    [Theory]
    [InlineData("chart.svg", "<svg")]
    [InlineData("chart.html", "Plotly")]
    public async Task AChartGoesIntoAFileOfItsKind(string name, string content)
    {
        var run = await ToolRun.OfAsync(
            "query", "datatable(a:string, n:long) ['x', 1, 'y', 2] | render columnchart", "--chart", folder.File(name));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(content, await File.ReadAllTextAsync(folder.File(name), TestContext.Current.CancellationToken));
    }
}
