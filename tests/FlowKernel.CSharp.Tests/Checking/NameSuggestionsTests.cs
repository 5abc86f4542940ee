namespace FlowKernel.CSharp.Tests.Checking;

public sealed class NameSuggestionsTests
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("Consle.WriteLine(1)", "CS0103", "Did you mean Console?")]
    [InlineData("\"abc\".Lenght", "CS1061", "Did you mean Length?")]
    [InlineData("string s = null; s?.Lenght", "CS1061", "Did you mean Length?")]
    [InlineData("Math.Squrt(2)", "CS0117", "Did you mean Sqrt?")]
    [InlineData("Lst<int> list;", "CS0246", "Did you mean List?")]
    [InlineData("using System.Txt;", "CS0234", "Did you mean Text?")]
    [InlineData("new[] { 1 }.Wher(x => true)", "CS1061", "Did you mean Where?")]
    [InlineData("Regex.IsMatch(\"\", \"\")", "CS0103", "Add using System.Text.RegularExpressions;")]
    [InlineData("new ConcurrentDictionary<int, int>()", "CS0246", "Add using System.Collections.Concurrent;")]
    [InlineData("XElement x;", "CS0246", "Add using System.Xml.Linq;")]
    [InlineData("\"\".ToImmutableArray()", "CS1061",
        "Add using System.Collections.Immutable; if you mean its extension method.")]
    [InlineData("new Version().Count", "CS1061", null)]
    [InlineData("JsonConvert.SerializeObject(1)", "CS0103",
        "Add #r \"nuget: Newtonsoft.Json\" and using Newtonsoft.Json;")]
    [InlineData("Qqqqqqq()", "CS0103", null)]
    public async Task AnUnknownNameHasAWayOut(string code, string id, string? hint)
    {
        var error = await _notebook.ErrorOf(code);
        Assert.Equal((id, hint), (error.Code, error.Hint));
    }

    [Fact]
    public async Task VariablesOfEarlierCellsAreProposed()
    {
        await _notebook.ValueOf("var threshold = 5;");
        Assert.Equal("Did you mean threshold?", (await _notebook.ErrorOf("treshold + 1")).Hint);
    }

    [Theory]
    [InlineData("var a = 1;\n#r \"System.Xml\"\na", "Put #r at the top of the cell.")]
    [InlineData("var a = 1;\n#load \"x.csx\"\na", "Put #load at the top of the cell.")]
    public async Task ADirectiveBelowCodeIsToldWhereItBelongs(string code, string hint) =>
        Assert.Equal(hint, (await _notebook.ErrorOf(code)).Hint);
}
