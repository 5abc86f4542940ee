using FlowKernel.CSharp.Submissions;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Types with objects stay where they were loaded, the rest of their cells is put together, and nobody can tell.</summary>
public sealed class TypesInPlaceTests
{
    private readonly Notebook _notebook = new(new CSharpCellsOptions { FewestConsolidated = ManyCells.Fewest });

    [Fact]
    public void TheCompilerIsAsItIsKnown() => Assert.True(MemberTypes.IsPossible);

    [Theory]
    [InlineData("record Own(int A); var own = new Own(1);", "own.A + new Own(2).A + (own == new Own(1) ? 10 : 0)", 13)]
    [InlineData("record Own(int A); var own = new Own(1);", "(own with { A = 5 }) is Own { A: 5 } ? 5 : 0", 5)]
    [InlineData("record struct Own(int A); Own? own = new Own(1);", "own!.Value.A + default(Own).A", 1)]
    [InlineData("enum Own { A = 1, B } var own = Own.B; const Own First = Own.A;", "(int)own + (int)First", 3)]
    [InlineData("delegate int Own(int n); Own own = n => n + 1;", "own(1) + new Own(n => n)(2)", 4)]
    [InlineData("interface IOwn { int A => 1; } class Own : IOwn; IOwn own = new Own();", "own.A", 1)]
    [InlineData("class Own { public static int Count; public Own() => Count++; } var own = new Own();", "new Own() is { } && own is { } ? Own.Count : 0", 2)]
    [InlineData("class Own { public class Inner { public int A = 3; } } var own = new Own.Inner();", "own.A + new Own.Inner().A", 6)]
    [InlineData("record Own(int A); var own = new List<Own> { new(1) }; var more = new Dictionary<string, Own[]>();", "own[0].A + more.Count", 1)]
    [InlineData("record Own(int A); (Own First, int N) own = (new(1), 2);", "own.First.A + own.N", 3)]
    [InlineData("record Own(int A) { internal int B => A; private int C => A; } var own = new Own(1);", "own.B", 1)]
    [InlineData("static class Own { public const int A = 2; public static int B = 3; } var own = 1;", "own + Own.A + Own.B", 6)]
    [InlineData("record @class(int @int); var own = new @class(1);", "own.@int + new @class(2).@int", 3)]
    [InlineData("record Own<T>(T A); record Own(int A); var own = new Own<int>(1); var none = new Own(2);", "own.A + new Own<string>(\"text\").A.Length + none.A", 7)]
    [InlineData("static int Twice(int n) => n * 2; const int Few = 2; record Own<T>(T A) { public int B => Few; } var own = new Own<int>(1);", "Twice(own.A) + own.B + Few", 6)]
    [InlineData("record Own(int A); record Pair(Own First, Own Second); var own = new Pair(new(1), new(2));", "own.Second.A + own.First.A", 3)]
    public async Task AnObjectIsOfTheTypeThatItWasMadeOf(string declaration, string use, int value)
    {
        await _notebook.ValueOf(declaration);
        Assert.Equal(value, await _notebook.ValueOf(use));
        await _notebook.DeclareVariablesAsync();
        Assert.True(IsTogether());
        if (!declaration.Contains("Count++", StringComparison.Ordinal))
            Assert.Equal(value, await _notebook.ValueOf(use));
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal(declaration.Contains("Count++", StringComparison.Ordinal) ? value + 1 : value, await _notebook.ValueOf(use));
    }

    [Theory]
    [InlineData("record Own(int A);", "var own = new Own(1);", "own.A")]
    [InlineData("record Own(int A);", "Own own = null!; own = new(1);", "own.A")]
    [InlineData("record Own(int A);", "List<Own> own = [new(1)];", "own.Sum(o => o.A)")]
    [InlineData("record Own(int A);", "Own Made(int a) => new Own(a); var own = Made(1);", "own.A + Made(0).A")]
    [InlineData("record Own(int A);", "record Pair(Own First); var own = new Pair(new(1));", "own.First.A")]
    [InlineData("record Own(int A);", "class Deep : List<Own> { } var own = new Deep { new(1) };", "own[0].A")]
    [InlineData("class MarkAttribute(int a) : Attribute { public int A => a; }",
        "[Mark(1)] class Marked { } var own = new Marked();", "own.GetType().GetCustomAttributes(false).OfType<MarkAttribute>().Single().A")]
    [InlineData("interface IOwn { int A { get; } }", "class Own : IOwn { public int A => 1; } IOwn own = new Own();", "own.A")]
    [InlineData("abstract class Base { public abstract int A { get; } }", "class Own : Base { public override int A => 1; } Base own = new Own();", "own.A")]
    public async Task ObjectsOfLaterCellsGoOnWithIt(string declaration, string makes, string use)
    {
        await _notebook.ValueOf(declaration);
        await _notebook.ValueOf(makes);
        Assert.Equal(1, await _notebook.ValueOf(use));
        for (var i = 0; i < 4; i++)
        {
            await _notebook.DeclareVariablesAsync($"more{i}_");
            Assert.Equal(1, await _notebook.ValueOf(use));
        }

        Assert.Equal(1, await _notebook.ValueOf($"{makes.Replace("own", "again", StringComparison.Ordinal)} {use.Replace("own", "again", StringComparison.Ordinal)}"));
    }

    [Theory]
    [InlineData("class Base { internal virtual int A => 1; }", "class More : Base { internal override int A => 2; } new More().A")]
    [InlineData("class Base { protected internal virtual int A => 1; }", "class More : Base { protected internal override int A => 2; public int B => A; } new More().B")]
    public async Task WhatOthersWouldSeeOtherwiseStaysAsItIs(string declaration, string later)
    {
        await _notebook.ValueOf(declaration + "var own = 1;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.DeclareVariablesAsync("more");
        Assert.Equal(2, await _notebook.ValueOf(later));
    }

    [Fact]
    public async Task ATypeDeclaredAgainIsTheNewOneAndItsObjectsAreOfTheOld()
    {
        await _notebook.ValueOf("record Own(int A); var own = new Own(1);");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("record Own(string A); var newer = new Own(\"text\");");
        await _notebook.DeclareVariablesAsync("more");
        Assert.Equal("1 text", await _notebook.ValueOf("$\"{own.A} {newer.A}\""));
        Assert.Equal("text", await _notebook.ValueOf("new Own(\"text\").A"));
        await _notebook.ValueOf("record Own(double A);");
        await _notebook.DeclareVariablesAsync("last");
        Assert.Equal(2.5, await _notebook.ValueOf("new Own(2.5).A"));
        Assert.Equal("1 text", await _notebook.ValueOf("$\"{own.A} {newer.A}\""));
    }

    [Fact]
    public async Task AGenericTypeDeclaredAgainIsTheNewOne()
    {
        await _notebook.ValueOf("record Own<T>(T A); var own = new Own<int>(1);");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("record Own<T>(T B, int C); var newer = new Own<int>(2, 3);");
        await _notebook.DeclareVariablesAsync("more");
        await _notebook.ValueOf("record Own(int D);");
        await _notebook.DeclareVariablesAsync("last");
        Assert.Equal(15, await _notebook.ValueOf("own.A + newer.B + newer.C + new Own<int>(4, 1).B + new Own(5).D"));
    }

    [Theory]
    [InlineData("int n = own;", "Cannot implicitly convert type 'Own' to 'int'")]
    [InlineData("own.Missing", "'Own' does not contain a definition for 'Missing'")]
    [InlineData("Own.Inner n = own;", "Cannot implicitly convert type 'Own' to 'Own.Inner'")]
    [InlineData("List<Own> n = 1;", "Cannot implicitly convert type 'int' to 'System.Collections.Generic.List<Own>'")]
    public async Task MessagesCallItByItsName(string mistake, string message)
    {
        await _notebook.ValueOf("record Own(int A) { public class Inner { } } var own = new Own(1);");
        await _notebook.DeclareVariablesAsync();
        Assert.True(IsTogether());
        Assert.StartsWith(message, (await _notebook.ErrorOf(mistake)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMisspeltNameIsNotMistakenForTheCompilersOwn()
    {
        await _notebook.ValueOf("record Own(int A); var own = new Own(1);");
        await _notebook.DeclareVariablesAsync();
        Assert.DoesNotContain("__", (await _notebook.ErrorOf("new Cell__(1)")).Hint ?? "", StringComparison.Ordinal);
        Assert.Equal("Did you mean Own?", (await _notebook.ErrorOf("new Owm(1)")).Hint);
    }

    [Fact]
    public async Task CompletionAndHelpKnowItAndItsVariables()
    {
        await _notebook.ValueOf("/// <summary>One of ours.</summary>\nrecord Own(int Amount); var own = new Own(1); var all = new List<Own>();");
        await _notebook.DeclareVariablesAsync();
        Assert.True(IsTogether());
        foreach (var code in new[] { "own.Amo", "new Own(1).Amo", "all[0].Amo" })
            Assert.Equal(["Amount"], (await _notebook.Cells.CompleteAsync(code, code.Length, Notebook.Test)).Items.Select(i => i.Insert));
        var help = await _notebook.Cells.ExplainAsync("default(Own)", 9, Notebook.Test);
        Assert.Contains("One of ours.", help!.Markdown, StringComparison.Ordinal);
        Assert.Contains("Own", _notebook.Cells.Declarations);
        var types = await _notebook.Cells.CompleteAsync("new Cell", 8, Notebook.Test);
        Assert.DoesNotContain(types.Items, i => i.Insert.Contains("__", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnErrorInItsMethodHasItsLine()
    {
        await _notebook.Run(new CellCode("class Own\n{\n    public int Low(int n) => n < 0\n        ? throw new Exception() : n;\n}\nvar own = new Own();", 3));
        await _notebook.DeclareVariablesAsync();
        var failed = await Assert.ThrowsAnyAsync<Exception>(() => _notebook.ValueOf("own.Low(-1)"));
        Assert.Contains(FlowKernel.CSharp.Errors.CellFrame.Of(failed), f => f.Place is { Cell: 3, Line: 3 or 4 });
    }

    [Fact]
    public async Task LaterCellsReferOnlyToWhatTheyUse()
    {
        for (var i = 0; i < 4 * ManyCells.Count; i++)
            await _notebook.ValueOf($"record Own{i}(int A); var own{i} = new Own{i}({i});");
        Assert.InRange(_notebook.Cells.Last!.Backwards().Count(), 0, 3 * ManyCells.Count);
        const string References = "System.Reflection.Assembly.GetExecutingAssembly().GetReferencedAssemblies()"
            + ".Count(a => a.Name!.StartsWith(\"Cell-\"))";
        Assert.Equal(0, await _notebook.ValueOf(References));
        Assert.InRange((int)(await _notebook.ValueOf($"_ = own7.A + new Own20(1).A; {References}"))!, 1, 4);
        Assert.Equal(8, await _notebook.ValueOf("own7.A + new Own20(1).A"));
    }

    private bool IsTogether() =>
        _notebook.Cells.Last!.Backwards().Any(s => s.IsConsolidated && s.Names.Declared!.Any(d => d.Name is "own" or "Own"));
}
