using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Kql;

public sealed class EmbeddedKqlTests
{
    private readonly WordKql _kql = new();
    private readonly Notebook _notebook;

    public EmbeddedKqlTests() =>
        _notebook = new Notebook(new CSharpCellsOptions { Globals = new Queries(), Kql = _kql });

    [Theory]
    [InlineData("Query(\"T | [bad]\")")]
    [InlineData("Query(@\"T \n| [bad]\")")]
    [InlineData("Query(\"\"\"\n    T\n    | [bad]\n    \"\"\");")]
    [InlineData("Query(\"T \" + \"| \" + (\"[bad]\"))")]
    [InlineData("const string q = \"T | [bad]\"; Query(q)")]
    [InlineData("Query(kql: \"\\\"x\\\" [bad]\")")]
    [InlineData("void F() { Query(\"[bad]\"); }")]
    [InlineData("Query(ran ? \"T\" : \"T | [bad]\")")]
    [InlineData("Query((ran) switch { true => \"T | [bad]\", _ => \"T\" })")]
    public async Task AMistakeInsideAStringIsFoundBeforeTheCellRuns(string marked)
    {
        var start = marked.IndexOf("[bad]", StringComparison.Ordinal);
        var code = marked.Replace("[bad]", "bad", StringComparison.Ordinal);
        var error = await _notebook.ErrorOf("var ran = true;" + code);
        Assert.Equal(("KS1", new TextSpan(start + 15, 3)), (error.Code, error.Span));
        Assert.False(_notebook.Cells.TryGet("ran", out _, out _));
    }

    [Fact]
    public async Task AMistakeInAFileThatACellLoadsIsFoundThere()
    {
        var folder = Directory.CreateTempSubdirectory("cells-");
        var path = Path.Combine(folder.FullName, "asks.csx");
        await File.WriteAllTextAsync(path, "int Ask() => Pasted(\"bad\");", Notebook.Test);
        var error = await _notebook.ErrorOf($"#load \"{path}\"\nPasted(\"good\")");
        folder.Delete(recursive: true);
        Assert.Equal(("KS1", path, new TextSpan(21, 3)), (error.Code, error.File!.Path, error.Span));
    }

    [Theory]
    [InlineData("Query(\"T | good\")")]
    [InlineData("var q = \"bad\"; Query(q)")]
    [InlineData("\"bad\".Length")]
    public async Task OtherTextsAreLeftAlone(string code) => Assert.True((await _notebook.Run(code)).Succeeded);

    [Theory]
    [InlineData("int Ask([StringSyntax(\"Kql\")] string q) => 1;", "Ask(\"[bad]\")")]
    [InlineData("var ask = ([StringSyntax(\"Kql\")] string q) => 1;", "ask(\"[bad]\")")]
    [InlineData("record Saved([StringSyntax(\"Kql\")] string Text);", "new Saved(\"[bad]\")")]
    [InlineData("class Saved { [StringSyntax(\"Kql\")] public string Q { get; set; } }", "new Saved { Q = \"[bad]\" }")]
    [InlineData("", "var q = \"[bad]\"; // lang=kql")]
    [InlineData("", "// language=KQL\nvar q = \"[bad]\";")]
    [InlineData("", "F(/*lang=kql*/ \"[bad]\"); void F(string x) { }")]
    [InlineData("const string Table = \"T\";", "Query(Table + \" | [bad]\")")]
    public async Task TextsThatTheUserMarksAreChecked(string earlier, string marked)
    {
        const string Using = "using System.Diagnostics.CodeAnalysis;";
        await _notebook.Run(Using + earlier);
        var start = marked.IndexOf("[bad]", StringComparison.Ordinal);
        var error = await _notebook.ErrorOf(marked.Replace("[bad]", "bad", StringComparison.Ordinal));
        Assert.Equal(("KS1", new TextSpan(start, 3)), (error.Code, error.Span));
    }

    [Theory]
    [InlineData("const string Query1 = \"T | bad\";", "Query([Query1])")]
    [InlineData("static class Saved { public const string Q = \"T | bad\"; }", "Query([Saved.Q] + \" | x\")")]
    [InlineData("int bad;", "Query(\"T | \" + [nameof(bad)])")]
    public async Task AMistakeInATextWrittenElsewhereIsFoundAtTheArgument(string earlier, string marked)
    {
        await _notebook.Run(earlier);
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var length = marked.IndexOf(']', StringComparison.Ordinal) - start - 1;
        var error = await _notebook.ErrorOf(marked.Replace("[", "").Replace("]", ""));
        Assert.Equal(("KS1", new TextSpan(start, length)), (error.Code, error.Span));
    }

    [Fact]
    public async Task ParametersAndTheConnectionAreKnown()
    {
        await _notebook.Run("string ip = \"10.0.0.1\"; int? port = 1; var ports = new[] { 1 };");
        await _notebook.Run("Query(\"T\", new { ip, port, ports, since = TimeSpan.Zero }).On(\"prod\")");
        var request = _kql.Checked[^1];
        Assert.Equal("prod", request.On);
        Assert.Equal(
            [("ip", KqlType.String), ("port", KqlType.Int), ("ports", KqlType.Dynamic), ("since", KqlType.TimeSpan)],
            request.Parameters.Select(p => (p.Key, p.Value.Type)));
    }

    [Fact]
    public async Task CompletionInsideAStringIsKql()
    {
        const string Code = "Query(@\"\"\"x\"\" | wh\")";
        var list = await _notebook.Cells.CompleteAsync(Code, Code.Length - 2, Notebook.Test);
        Assert.Equal("where", Assert.Single(list.Items).Label);
        Assert.Equal(new TextSpan(Code.Length - 4, 2), list.Replace);
    }

    [Fact]
    public async Task HoverInsideAStringIsKql() => Assert.Equal(
        new QuickInfo("about T", new TextSpan(7, 1)),
        await _notebook.Cells.ExplainAsync("Query(\"T | x\")", 7, Notebook.Test));
}
