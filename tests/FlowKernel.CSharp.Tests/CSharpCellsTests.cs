using FlowKernel.Notebook;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests;

public sealed class CSharpCellsTests
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("1 + 1", 2)]
    [InlineData("return 5;", 5)]
    [InlineData("await Task.FromResult(7)", 7)]
    [InlineData("int.TryParse(\"12\", out var n); n", 12)]
    public async Task ALastExpressionIsTheCellsValue(string code, object value) =>
        Assert.Equal(new ScriptValue(value, true), (await _notebook.Run(code)).OrThrow());

    [Theory]
    [InlineData("Math.Max(1, 2);")]
    [InlineData("var x = 1;")]
    [InlineData("Console.WriteLine()")]
    [InlineData("")]
    [InlineData("// nothing")]
    [InlineData("using System.Xml;")]
    [InlineData("if (DateTime.Now.Year > 1) return;")]
    public async Task AStatementGivesNoValue(string code) =>
        Assert.Equal(new ScriptValue(null, false), (await _notebook.Run(code)).OrThrow());

    [Fact]
    public async Task ANameThatIsTooLongForDotNetIsAMistakeOfTheCell()
    {
        var error = await _notebook.ErrorOf("1.ToString();\nvar " + new string('n', 2000) + " = 1;");
        Assert.Equal(("CS7013", 18), (error.Code, error.Span.Start));
        Assert.StartsWith("Name '" + new string('n', 40) + "…' exceeds", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, await _notebook.ValueOf("1 + 1"));
    }

    [Fact]
    public async Task ANullValueIsAValue() =>
        Assert.Equal(new ScriptValue(null, true), (await _notebook.Run("(string)null")).OrThrow());

    [Fact]
    public async Task LaterCellsSeeVariablesFunctionsTypesAndUsingsOfEarlierOnes()
    {
        await _notebook.Run("using System.Text.RegularExpressions;\nvar x = 20;");
        await _notebook.Run("int Twice(int n) => 2 * n;");
        await _notebook.Run("record Peer(string Ip, int Hits);");
        await _notebook.Run("1 + 1");
        Assert.Equal("Peer { Ip = 10.0.0.1, Hits = 41 }", await _notebook.ValueOf(
            "new Peer(Regex.Match(\"ip=10.0.0.1\", @\"\\d[\\d.]+\").Value, Twice(x) + 1).ToString()"));
    }

    [Fact]
    public async Task AVariableCanBeDeclaredAnewWithAnotherType()
    {
        await _notebook.Run("var x = 1;");
        await _notebook.Run("var x = \"text\";");
        Assert.Equal(4, await _notebook.ValueOf("x.Length"));
    }

    [Fact]
    public async Task AssignedVariablesSurviveACellThatThrows()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _notebook.Run("var kept = 3;\nthrow new InvalidOperationException(\"no\");"));
        Assert.Equal(3, await _notebook.ValueOf("kept"));
    }

    [Fact]
    public async Task ACompileErrorPointsIntoTheCell()
    {
        var error = await _notebook.ErrorOf("var a = 1;\nvar b = missing;");
        Assert.Equal("CS0103", error.Code);
        Assert.Equal("The name 'missing' does not exist in the current context", error.Message);
        Assert.Equal(new TextSpan(19, 7), error.Span);
    }

    [Fact]
    public async Task AWarningComesWithTheValue()
    {
        var outcome = await _notebook.Run("#warning look here\n3");
        Assert.Equal(3, outcome.OrThrow().Value);
        Assert.Equal("CS1030", Assert.Single(outcome.Diagnostics).Code);
    }

    [Fact]
    public async Task ACellThatDoesNotCompileLeavesNothingBehind()
    {
        await _notebook.ErrorOf("var left = 1; missing();");
        Assert.Equal("CS0103", (await _notebook.ErrorOf("left")).Code);
    }

    [Fact]
    public async Task AVariableIsFoundWithItsTypeAndNewestValue()
    {
        await _notebook.Run("IEnumerable<int> n = new[] { 1 };");
        await _notebook.Run("n = new[] { 1, 2 };");
        Assert.True(_notebook.Cells.TryGet("n", out var value, out var type));
        Assert.Equal([1, 2], Assert.IsType<int[]>(value));
        Assert.Equal(typeof(IEnumerable<int>), type);
        Assert.False(_notebook.Cells.TryGet("m", out _, out _));
    }

    [Fact]
    public async Task GlobalsAreNamedDirectly()
    {
        var notebook = new Notebook(new CSharpCellsOptions { Globals = new SampleGlobals() });
        await notebook.Run("Hits = 4;");
        await notebook.Run("Hits += 1;");
        Assert.Equal(5, await notebook.ValueOf("Hits"));
    }

    [Fact]
    public async Task WarmingUpLeavesNoTrace()
    {
        await _notebook.Cells.WarmUpAsync(Notebook.Test);
        await _notebook.Cells.WarmUpEditorAsync(Notebook.Test);
        Assert.Equal("CS0103", (await _notebook.ErrorOf("n")).Code);
        Assert.Equal("", _notebook.Output.Out);
    }

    public sealed class SampleGlobals
    {
        public int Hits { get; set; }
    }
}
