using FlowKernel.Notebook.Documents;

namespace FlowKernel.Cli.Tests;

[Collection("console")]
public sealed class NotebookRunTests(TemporaryFolder folder) : IClassFixture<TemporaryFolder>
{
    [Fact]
    public async Task AnExecutedNotebookHoldsItsOutputsAndTheReportItsChart()
    {
        var file = await WriteAsync("good.ipynb",
            "#!flowlogs connect sample", "#!flowlogs recipe vm-peer-over-time", "6 * 7");
        var run = await ToolRun.OfAsync(
            "run", file, "--out", folder.File("out.ipynb"), "--html", folder.File("out.html"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            [$"Wrote {folder.File("out.ipynb")}", $"Wrote {folder.File("out.html")}", "All cells of good.ipynb ran."],
            run.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n'));
        var cells = NotebookDocument.Parse(await ReadAsync("out.ipynb")).OrThrow().Cells;
        Assert.Equal("42", MultilineText.Read(cells[2].Outputs[0]!["data"]!["text/plain"]));
        Assert.NotNull(cells[1].Outputs[0]!["data"]!["application/vnd.plotly.v1+json"]);
        Assert.Contains("<figure class=\"chart\">", await ReadAsync("out.html"));
    }

    [Fact]
    public async Task AFailingCellIsNamedWithItsLine()
    {
        var file = await WriteAsync("bad.ipynb", "var a = 1;", "var b = 2;\nvar c = a + d;");
        var run = await ToolRun.OfAsync("run", file);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("bad.ipynb: cell 2, line 2 failed.", run.Errors);
        Assert.Contains("The name 'd' does not exist in the current context", run.Errors);
        Assert.DoesNotContain('\e', run.Errors);
    }

    [Fact]
    public async Task AParameterTakesThePlaceOfTheDefault()
    {
        var notebook = NotebookDocument.Parse("""
            {"cells":[
              {"cell_type":"code","metadata":{"tags":["parameters"]},"outputs":[],"execution_count":null,
               "source":["var days = 1;"]},
              {"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,"source":["days * 2"]}],
             "metadata":{},"nbformat":4,"nbformat_minor":4}
            """).OrThrow();
        await File.WriteAllTextAsync(
            folder.File("p.ipynb"), notebook.ToString(), TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync(
            "run", folder.File("p.ipynb"), "--out", folder.File("p.ipynb"), "--param", "days=21");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("42", await ReadAsync("p.ipynb"));
        Assert.Contains("Given in place of the values above: days=21", await ReadAsync("p.ipynb"));
    }

    [Theory]
    [InlineData("days=many", "FK0712: 'many' is no value for the variable 'days' of type int.")]
    [InlineData("dayz=3", "FK0711: The cell tagged 'parameters' declares no variable 'dayz'.", "Did you mean 'days'?")]
    [InlineData("3", "FK0701: '3' is not a parameter.")]
    [InlineData("list=3", "FK0712: '3' is no value for the variable 'list' of type List<int>.")]
    public async Task AWrongParameterIsToldBeforeTheFirstCellRuns(string given, string error, string hint = "")
    {
        var trace = folder.File("ran.txt").Replace("\\", "/", StringComparison.Ordinal);
        var notebook = NotebookDocument.Parse($$"""
            {"cells":[
              {"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,
               "source":["System.IO.File.WriteAllText(\"{{trace}}\", \"\");"]},
              {"cell_type":"code","metadata":{"tags":["parameters"]},"outputs":[],"execution_count":null,
               "source":["var days = 1; var list = new List<int>();"]}],
             "metadata":{},"nbformat":4,"nbformat_minor":4}
            """).OrThrow();
        await File.WriteAllTextAsync(
            folder.File("w.ipynb"), notebook.ToString(), TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync("run", folder.File("w.ipynb"), "--param", given);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(error, run.Errors);
        Assert.Contains(hint, run.Errors);
        Assert.False(File.Exists(trace));
    }

    [Theory]
    [InlineData("--html", "victim.ipynb", "FK0714: 'victim.ipynb' after --html is no .html file.")]
    [InlineData("--out", "victim.html", "FK0714: 'victim.html' after --out is no .ipynb file.")]
    public async Task AResultOfTheWrongKindIsRefusedBeforeAnythingIsOverwritten(string option, string file, string error)
    {
        var notebook = await WriteAsync("victim.ipynb", "1");
        var before = await ReadAsync("victim.ipynb");
        var run = await ToolRun.OfAsync("run", notebook, option, folder.File(file));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(error, run.Errors);
        Assert.Equal(before, await ReadAsync("victim.ipynb"));
    }

    [Theory]
    [InlineData("--html", "plain.txt/x.html")]
    [InlineData("--out", "plain.txt/deep/x.ipynb")]
    [InlineData("--html", "folder.html")]
    public async Task AResultThatHasNoPlaceIsToldBeforeTheFirstCellRuns(string option, string file)
    {
        await File.WriteAllTextAsync(folder.File("plain.txt"), "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder.File("folder.html"));
        var trace = folder.File("placed.txt").Replace("\\", "/", StringComparison.Ordinal);
        var notebook = await WriteAsync("placed.ipynb", $"System.IO.File.WriteAllText(\"{trace}\", \"\");");
        var run = await ToolRun.OfAsync("run", notebook, option, folder.File(file));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"error FK0715: '{folder.File(file)}' after {option} cannot be written: ", run.Errors);
        Assert.Contains("nothing has run.", run.Errors);
        Assert.False(File.Exists(trace));
    }

    [Fact]
    public async Task ACellThatIsExpectedToFailDoesNotEndTheRun()
    {
        var notebook = NotebookDocument.Parse("""
            {"cells":[
              {"cell_type":"code","metadata":{"tags":["raises-exception"]},"outputs":[],"execution_count":null,
               "source":["throw new Exception(\"wanted\");"]},
              {"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,"source":["6 * 7"]},
              {"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,"source":["throw new Exception(\"not\");"]}],
             "metadata":{},"nbformat":4,"nbformat_minor":4}
            """).OrThrow();
        await File.WriteAllTextAsync(
            folder.File("raises.ipynb"), notebook.ToString(), TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync("run", folder.File("raises.ipynb"), "--out", folder.File("raises.out.ipynb"));
        Assert.StartsWith("raises.ipynb: cell 3, line 1 failed.", run.Errors);
        var cells = NotebookDocument.Parse(await ReadAsync("raises.out.ipynb")).OrThrow().Cells;
        Assert.Equal("wanted", (string?)cells[0].Outputs[0]!["evalue"]);
        Assert.Equal("42", MultilineText.Read(cells[1].Outputs[0]!["data"]!["text/plain"]));
    }

    [Fact]
    public async Task FoldersForResultsAreMade()
    {
        var run = await ToolRun.OfAsync(
            "run", await WriteAsync("deep.ipynb", "1"), "--html", folder.File(Path.Combine("new", "deep.html")));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("<!DOCTYPE html>", await ReadAsync(Path.Combine("new", "deep.html")));
    }

    [Fact]
    public async Task AParameterMayBeAVariableThatTakesNull()
    {
        var notebook = NotebookDocument.Parse("""
            {"cells":[
              {"cell_type":"code","metadata":{"tags":["parameters"]},"outputs":[],"execution_count":null,
               "source":["int? port = null;"]},
              {"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,"source":["port * 2"]}],
             "metadata":{},"nbformat":4,"nbformat_minor":4}
            """).OrThrow();
        await File.WriteAllTextAsync(
            folder.File("null.ipynb"), notebook.ToString(), TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync(
            "run", folder.File("null.ipynb"), "--out", folder.File("null.ipynb"), "--param", "port=443");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("886", await ReadAsync("null.ipynb"));
    }

    [Fact]
    public async Task SecretsInAParameterAreShownNowhere()
    {
        var notebook = NotebookDocument.Parse("""
            {"cells":[
              {"cell_type":"code","metadata":{"tags":["parameters"]},"outputs":[],"execution_count":null,
               "source":["var list = \"\"; var path = \"\";"]}],
             "metadata":{},"nbformat":4,"nbformat_minor":4}
            """).OrThrow();
        await File.WriteAllTextAsync(
            folder.File("sas.ipynb"), notebook.ToString(), TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync(
            "run", folder.File("sas.ipynb"), "--out", folder.File("sas.ipynb"), "--html", folder.File("sas.html"),
            "--param", "list=https://a.example/l.csv?sig=c2VjcmV0", "--param", @"path=C:\flows");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        foreach (var file in new[] { await ReadAsync("sas.ipynb"), await ReadAsync("sas.html") })
        {
            Assert.Contains("list=https://a.example/l.csv?sig=********", file);
            Assert.DoesNotContain("c2VjcmV0", file);
        }

        Assert.Contains(@"<code>path=C:\flows</code>", await ReadAsync("sas.html"));
    }

    private async Task<string> WriteAsync(string name, params string[] cells)
    {
        var notebook = NotebookDocument.Create(cells.Select(c => NotebookCell.Create("code", c)));
        await File.WriteAllTextAsync(folder.File(name), notebook.ToString(), TestContext.Current.CancellationToken);
        return folder.File(name);
    }

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(folder.File(name), TestContext.Current.CancellationToken);
}
