namespace FlowKernel.CSharp.Tests.Checking;

public sealed class CellHabitsTests
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("new[] { \"a\" }.Where(s => s == 'abc')", "CS1012", "Write texts in double quotes.")]
    [InlineData("foreach (x in new[] { 1 }) { }", "CS0230", "Write foreach (var row in rows).")]
    [InlineData("print(1)", "CS0103", "Write Console.WriteLine(...), or the value alone on the last line.")]
    [InlineData("record R(int A); new[] { new R(1) }.OrderBy(A)", "CS0103", "Write row => row.A.")]
    [InlineData("record R(int A); new[] { new R(1) }.Where(r => r.A = 1)", "CS8852", "Write == to compare.")]
    [InlineData("var n = 1; if (n = 5) { }", "CS0029", "Write == to compare.")]
    [InlineData("var n = \"\"; while (n = \"a\") { }", "CS0029", "Write == to compare.")]
    [InlineData("new[] { 1 }.Display()", "CS1061", "Write display(...) around it.")]
    [InlineData("Task.FromResult(\"a\").Length", "CS1061", "Wait for it: write (await Task.FromResult(\"a\")).Length.")]
    [InlineData("new[] { 1 }.AsSpan()", "CS0029", "A span cannot be the value of a cell: write .ToArray() behind it.")]
    public async Task ASlipHasAWayOut(string code, string id, string hint)
    {
        var error = await _notebook.ErrorOf(code);
        Assert.Equal((id, hint), (error.Code, error.Hint));
    }

    [Theory]
    [InlineData("NTANetAnalytics | take 5", "This is KQL, and a cell without a #!flowlogs line is read as C#.", 0, 15)]
    [InlineData("// all\nFlows\n| where A == 1\n| summarize count() by B", "This is KQL, and a cell without a #!flowlogs line is read as C#.", 7, 5)]
    [InlineData("// since\nlet since = ago(7d);\nNTANetAnalytics\n| where TimeGenerated > since", "let is a word of KQL, and a cell without a #!flowlogs line is read as C#.", 9, 3)]
    [InlineData("let x = 5", "let is a word of KQL, and a cell without a #!flowlogs line is read as C#.", 0, 3)]
    [InlineData("SELECT * FROM flows", "This is SQL, and a cell without a #!flowlogs line is read as C#.", 0, 6)]
    [InlineData("import pandas as pd", "This is Python, and cells are C#, or KQL below a #!flowlogs line.", 0, 19)]
    [InlineData("%timeit 1", "This kernel has no magic commands and no shell.", 0, 7)]
    [InlineData("!ls -l", "This kernel has no magic commands and no shell.", 0, 3)]
    public async Task ACellOfAnotherLanguageSaysSo(string code, string message, int start, int length)
    {
        var error = await _notebook.ErrorOf(code);
        Assert.Equal(("FK1019", message), (error.Code, error.Message));
        Assert.Equal((start, length), (error.Span.Start, error.Span.Length));
    }

    [Fact]
    public async Task CSharpThatLooksLikeKqlRuns() =>
        Assert.Equal(7, await _notebook.ValueOf("var (a, count) = (5, 2); a | count"));
}
