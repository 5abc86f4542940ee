using System.Text.Json.Nodes;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.Cli.Tests.Cells;

/// <summary>Queries with several results, in cells, notebooks, reports and on the command line.</summary>
[Collection("console")]
public sealed class SeveralResultsTests(TemporaryFolder folder) : IClassFixture<TemporaryFolder>, IAsyncDisposable
{
    private const string Query =
        "datatable(Port:long, N:long)[80, 1, 443, 2] | as Ports; "
        + "datatable(Name:string, N:long)['a', 1] | render columnchart; print ended = true";

    private readonly CellSession _session = new();

    [Fact]
    public async Task ANotebookShowsEachTableAndChartWithItsPlace()
    {
        var outputs = await OutputsAsync("#!flowlogs\n" + Query);
        Assert.Equal(4, outputs.Count);
        Assert.EndsWith("Ports (1 of 3): 2 rows on sample", TextOf(outputs[0]));
        Assert.NotNull(outputs[1]["data"]!["application/vnd.plotly.v1+json"]);
        Assert.Equal("Result2 (2 of 3): 1 row on sample", TextOf(outputs[2]));
        Assert.EndsWith("Result3 (3 of 3): 1 row on sample", TextOf(outputs[3]));
    }

    [Fact]
    public async Task AReportHasAllOfThem()
    {
        await OutputsAsync("#!flowlogs\n" + Query);
        var report = await ReadAsync("report.html");
        Assert.Contains("Ports (1 of 3): 2 rows", report);
        Assert.Contains("<figure class=\"chart\">", report);
        Assert.Contains("Result3 (3 of 3): 1 row", report);
    }

    [Fact]
    public async Task ANameKeepsTheFirstAndSaysSo()
    {
        var warning = await _session.WarningOfAsync("#!flowlogs --name ports\n" + Query);
        Assert.Equal("FK0507: The query gives 3 results; 'ports' is the first of them.", warning!.Sentence);
        Assert.Equal("123", await _session.RunAsync("ports.Count + 121"));
    }

    [Fact]
    public async Task CSharpReadsAllTables() => Assert.Equal(
        "Ports, Result2, Result3",
        await _session.RunAsync(
            $"string.Join(\", \", (await Flow.Query(\"{Query}\")).Result.Tables.Select(t => t.Name))"));

    [Fact]
    public async Task JsonHasTheLaterOnesBesideTheFirst()
    {
        var run = await ToolRun.OfAsync("query", "--format", "json", "print a = 1; print b = 2 | as B");
        Assert.Equal(
            "{\"columns\":[{\"name\":\"a\",\"type\":\"long\"}],\"rows\":[[1]],"
            + "\"more\":[{\"name\":\"B\",\"columns\":[{\"name\":\"b\",\"type\":\"long\"}],\"rows\":[[2]]}]}",
            run.Output.Trim());
    }

    [Fact]
    public async Task CsvAndTablesAreParagraphs()
    {
        var csv = await ToolRun.OfAsync("query", "--format", "csv", "print a = 1; print b = 2");
        Assert.Equal("a\n1\n\nb\n2\n", csv.Output);
        var table = await ToolRun.OfAsync("query", "print a = 1; print b = 2 | as B");
        Assert.Contains("\n\nb\n", table.Output);
        Assert.Contains("B (2 of 2): 1 row in ", table.Output);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static NotebookCell Code(string source) => NotebookCell.Create("code", source);

    private static string TextOf(JsonNode output) =>
        MultilineText.Read(output["data"]!["text/plain"]).Trim();

    private async Task<IReadOnlyList<JsonNode>> OutputsAsync(string cell)
    {
        var file = folder.File("several.ipynb");
        var notebook = NotebookDocument.Create([Code("#!flowlogs connect sample"), Code(cell)]);
        await File.WriteAllTextAsync(file, notebook.ToString(), TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync("run", file, "--out", file, "--html", folder.File("report.html"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        return [.. NotebookDocument.Parse(await ReadAsync("several.ipynb")).OrThrow().Cells[1].Outputs.OfType<JsonNode>()];
    }

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(folder.File(name), TestContext.Current.CancellationToken);
}
