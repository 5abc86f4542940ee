namespace FlowKernel.Cli.Tests.Cells;

/// <summary>What a cell does wrong with FlowKernel's own C# is told as the cell's mistake, at its line.</summary>
public sealed class UserMistakeTests : IAsyncDisposable
{
    private readonly CellSession _session = new();

    [Theory]
    [InlineData("rows[99]", "ArgumentOutOfRangeException: There is no row 99; the result has 2, counted from 0.")]
    [InlineData("rows[-1]", "ArgumentOutOfRangeException: There is no row -1; the result has 2, counted from 0.")]
    [InlineData("any.First().Get<string>(name)", "KeyNotFoundException: The result has no column 'Nope'. Its columns are: A, B.")]
    [InlineData("rows.Chart((ChartKind)99)", "ArgumentOutOfRangeException: There is no chart kind 99.")]
    [InlineData("rows.Chart(ChartKind.Bar, x: name)", "FK0302: The property xcolumn names 'Nope', which is not a column of the result.")]
    [InlineData("rows.Chart(ChartKind.Bar, x: \"A\", y: \"B\")", "FK0303: The property ycolumns names 'B', which is a string, not a number.")]
    [InlineData("Flow.Keep(\"kept\", null)", "ArgumentNullException: Value cannot be null.")]
    [InlineData("await Flow.Query(none)", "ArgumentNullException: Value cannot be null.")]
    [InlineData("any.SaveCsv(\"/nowhere/a.csv\")", "DirectoryNotFoundException: There is no folder '/nowhere' for 'a.csv'.")]
    public async Task AValueThatIsGivenWrongIsTheCellsMistake(string code, string sentence)
    {
        await _session.RunAsync(
            "#!flowlogs --name rows\ndatatable(A: long, B: string) [1, \"x\", 2, \"y\"]",
            "var any = await Flow.Query(\"print A = 1, B = 2\"); var name = \"Nope\"; string none = null;");
        var error = await _session.ErrorOfAsync(code);
        Assert.StartsWith(sentence, error.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExceptionThatFailsToGiveItsMessageIsToldWithItsLine()
    {
        var error = await _session.ErrorOfAsync(
            "class OwnException : Exception { public override string Message => throw new Exception(\"inner\"); }\n\nthrow new OwnException();");
        Assert.Equal("OwnException: Its message cannot be read: that throws Exception.", error.Sentence);
    }

    [Fact]
    public async Task KqlInAVariableForItIsCheckedBeforeTheCellRuns()
    {
        var error = await _session.ErrorOfAsync("Flow.Keep(\"ran\", await Flow.Query(\"print 1\")); KqlText text = $\"print A = {5} | where Nope == 1\";");
        Assert.Contains("Nope", error.Sentence, StringComparison.Ordinal);
        Assert.Equal("Nope", error.Marked);
    }

    [Theory]
    [InlineData("new Dictionary<string, object> { [\"ip\"] = 1 }", "FK1212: A Dictionary<string, object> is no object whose properties are the query's parameters.")]
    [InlineData("\"x\"", "FK1212: A string is no object whose properties are the query's parameters.")]
    public async Task WhatHasNoPropertiesOfItsOwnGivesNoParameters(string given, string sentence) =>
        Assert.Equal(sentence, (await _session.ErrorOfAsync($"await Flow.Query(\"print ip\", {given})")).Sentence);

    [Theory]
    [InlineData("#!flowlogs connect local /no/such/folder", "FK0621: There is no flow store at '/no/such/folder'.")]
    [InlineData("#!flowlogs connect workspace 1", "FK0438: '1' is no workspace ID.")]
    [InlineData("#!flowlogs import /no/such/folder", "FK0506: There is no local store to import into.")]
    public async Task ALineThatCannotBeDoneIsMarked(string line, string sentence)
    {
        var error = await _session.ErrorOfAsync("var a = 1;\n" + line + "\nprint 1");
        Assert.Equal((sentence, line), (error.Sentence, error.Marked));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
