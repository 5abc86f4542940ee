using FlowKernel.CSharp.Completion;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Completion;

public sealed class CompletionTests
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("Console.rk|", "ReadKey")]
    [InlineData("\"a\".Len|", "Length")]
    [InlineData("new[] { 1 }.Whe|", "Where<>")]
    [InlineData("var peers = 1;\npee|", "peers")]
    [InlineData("fore|", "foreach")]
    [InlineData("using System.Thr|", "Threading")]
    [InlineData("DateTimeKind k = DateTimeKind.Ut|", "Utc")]
    public async Task TheBestFitComesFirst(string code, string first) =>
        Assert.Equal(first, (await Complete(code)).Items[0].Label);

    [Theory]
    [InlineData("Console.WriL|", "WriteLine")]
    [InlineData("Console.rl|", "ReadLine")]
    [InlineData("new[] { 1 }.FiOD|", "FirstOrDefault<>")]
    public async Task PiecesOfItsWordsFindAName(string code, string first) =>
        Assert.Equal(first, (await Complete(code)).Items[0].Label);

    [Theory]
    [InlineData("int aNumber = 1; string aText = \"\"; Math.Abs(a|)", "aNumber")]
    [InlineData("int aNumber = 1; string aText = \"\"; string s = a|", "aText")]
    [InlineData("int aNumber = 1; string aText = \"\"; if (aText == a|)", "aText")]
    [InlineData("int aNumber = 1; string aText = \"\"; int.Parse(a|", "aText")]
    [InlineData("record Row(string Ip, bool Denied); new List<Row>().Where(r => r.|", "Denied")]
    [InlineData("record Row(string Ip, long Hits); new List<Row>().Where(r => r.|", "Hits")]
    public async Task WhatHasTheExpectedTypeComesFirst(string code, string first) =>
        Assert.Equal(first, (await Complete(code)).Items[0].Label);

    [Theory]
    [InlineData("Console.WriteLi|")]
    [InlineData("Cons|")]
    [InlineData("\"\".Sub|")]
    public async Task OnlyWhatFitsIsProposed(string code)
    {
        var typed = code.Split('.')[^1].TrimEnd('|').Replace("\"", "", StringComparison.Ordinal);
        Assert.All((await Complete(code)).Items, i => Assert.True(TypedPrefix.Fit(i.Label, typed) is < 3, i.Label));
    }

    [Fact]
    public async Task WhatEveryObjectHasComesLast() => Assert.Equal(
        ["Value", "Equals", "GetHashCode", "GetType", "ToString"],
        Labels(await Complete("class Box { public int Value; }\nnew Box().|")));

    [Fact]
    public async Task ExtensionMethodsOfNamespacesThatAreNotUsedAreLeftOut() =>
        Assert.DoesNotContain("ToImmutableArray", Labels(await Complete("new[] { 1 }.ToI|")));

    [Theory]
    [InlineData("\"\".IndexO|", "method", "(char value) → int, 10 more")]
    [InlineData("Console.WriteLin|", "method", "() → void, 19 more")]
    [InlineData("\"\".Leng|", "property", "int")]
    [InlineData("var peers = new List<string>();\npee|", "field", "List<string>")]
    [InlineData("DateTimeKind.Ut|", "value", null)]
    public async Task AProposalSaysWhatItIs(string code, string kind, string? description)
    {
        var item = (await Complete(code)).Items[0];
        Assert.Equal((kind, description), (item.Kind, item.Description));
    }

    [Fact]
    public async Task VariablesFunctionsTypesAndUsingsOfEarlierCellsAreProposed()
    {
        await _notebook.Run("using System.Text.RegularExpressions; record Peer(string Address);");
        await _notebook.Run("var peerList = new List<Peer>();");
        await _notebook.Run("1 + 1");
        await _notebook.Run("int PeerCount() => peerList.Count;");
        Assert.Equal(["peerList", "PeerCount", "Peer"], Labels(await Complete("peer|")).Take(3));
        Assert.Equal("Address", (await Complete("peerList[0].Addr|")).Items[0].Label);
        Assert.Equal("Regex", (await Complete("Rege|")).Items[0].Label);
    }

    [Fact]
    public async Task MembersOfTheGlobalsAreProposed()
    {
        var notebook = new Notebook(new CSharpCellsOptions { Globals = new CSharpCellsTests.SampleGlobals() });
        var list = await notebook.Cells.CompleteAsync("Hit", 3, Notebook.Test);
        Assert.Equal(("Hits", "property"), (list.Items[0].Label, list.Items[0].Kind));
    }

    [Fact]
    public async Task TheWholeWordUnderTheCursorIsReplaced() =>
        Assert.Equal(new TextSpan(8, 5), (await Complete("Console.Wr|ite(1)")).Replace);

    [Theory]
    [InlineData("\"in a str|\"")]
    [InlineData("// comm|")]
    public async Task NothingIsProposedInsideTexts(string code) => Assert.Empty((await Complete(code)).Items);

    [Fact]
    public async Task AGenericMethodIsInsertedWithoutItsTypeArguments() =>
        Assert.Equal("Where", (await Complete("new[] { 1 }.Wher|")).Items[0].Insert);

    private async Task<CompletionList> Complete(string marked)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        return await _notebook.Cells.CompleteAsync(marked.Remove(offset, 1), offset, Notebook.Test);
    }

    private static IEnumerable<string> Labels(CompletionList list) => list.Items.Select(i => i.Label);
}
