namespace FlowKernel.CSharp.Tests.Completion;

/// <summary>What a proposal inserts is C#.</summary>
public sealed class InsertedTextTests
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("record Row(int Port); new List<Row>().Where(r => r.|", "==", "!=")]
    [InlineData("int i = 1; i.|", "byte", "char", "for", "forr")]
    [InlineData("string s = \"\"; s.|", "this", "==")]
    [InlineData("var l = new List<int>(); l.|", "this", "foreach")]
    [InlineData("System.Drawing.Point p; p.|", "!", "+", "Size")]
    [InlineData("Task t = null; t.|", "await", "awaitf")]
    public async Task WhatWouldTakeTheDotAwayIsLeftOut(string code, params string[] unwanted)
    {
        var inserts = (await _notebook.CompleteAsync(code)).Inserts();
        Assert.NotEmpty(inserts);
        Assert.Empty(inserts.Intersect(unwanted));
    }

    [Fact]
    public async Task ANamedArgumentIsInsertedWithItsColon() =>
        Assert.Contains("separator:", (await _notebook.CompleteAsync("string.Join(sep|")).Inserts());

    [Theory]
    [InlineData("new[] { 1 }.AsPar|", "AsParallel")]
    [InlineData("new[] { 1 }.AsQuer|", "AsQueryable")]
    [InlineData("Task.WhenAl|", "WhenAll")]
    [InlineData("Task.FromCanc|", "FromCanceled")]
    [InlineData("ICompara|", "IComparable")]
    public async Task ATextIsProposedOnce(string code, string text) =>
        Assert.Single((await _notebook.CompleteAsync(code)).Inserts(), i => i == text);

    [Fact]
    public async Task TheArityOfANameMakesItNoOther() => Assert.Equal(
        ("WhenAll", "(IEnumerable<Task> tasks) → Task, 5 more"),
        (await _notebook.CompleteAsync("Task.WhenAl|")).Items.Select(i => (i.Label, i.Description!)).First());

    [Theory]
    [InlineData("Rege|x", "Regex", "System.Text.RegularExpressions.Regex")]
    [InlineData("HttpCl|", "HttpClient", "System.Net.Http.HttpClient")]
    [InlineData("JsonSer|", "JsonSerializer", "System.Text.Json.JsonSerializer")]
    [InlineData("new Stopwa|", "Stopwatch", "System.Diagnostics.Stopwatch")]
    public async Task ATypeOfANamespaceThatIsNotUsedIsInsertedInFull(string code, string label, string insert)
    {
        var first = (await _notebook.CompleteAsync(code)).Items[0];
        Assert.Equal((label, insert, insert[..insert.LastIndexOf('.')]), (first.Label, first.Insert, first.Description));
    }

    [Fact]
    public async Task ATypeOfANamespaceThatIsUsedIsInsertedByItsName()
    {
        var list = await _notebook.CompleteAsync("using System.Text.RegularExpressions;\nRegexO|");
        Assert.Equal(["RegexOptions"], list.Inserts().Take(1));
        Assert.DoesNotContain("System.Text.RegularExpressions.RegexOptions", list.Inserts());
    }

    [Theory]
    [InlineData("Console.Rege|")]
    [InlineData("using System.Tex; using Rege|")]
    public async Task WhereNoTypeCanStandNoneIsProposed(string code) =>
        Assert.DoesNotContain(
            "System.Text.RegularExpressions.Regex", (await _notebook.CompleteAsync(code)).Inserts());
}
