using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Types that nobody uses are unloaded and put together, and nobody can tell.</summary>
public sealed class TypesTogetherTests
{
    private const string ItsAssembly = "new WeakReference(System.Reflection.Assembly.GetExecutingAssembly())";
    private readonly Notebook _notebook = new(new CSharpCellsOptions { FewestConsolidated = ManyCells.Fewest });

    [Theory]
    [InlineData("record Own(int A);", "new Own(1).A")]
    [InlineData("enum Own { A = 1 }", "(int)Own.A")]
    [InlineData("delegate int Own();", "default(Own) is null ? 1 : 0")]
    [InlineData("class Own { public const int A = 1; public class Inner { public int B => A; } }", "new Own.Inner().B")]
    [InlineData("record struct Own<T>(T A) where T : struct;", "new Own<int>(1).A")]
    [InlineData("interface Own { int A => 1; }", "default(Own) is null ? 1 : 0")]
    public async Task TypesThatNobodyUsesGoAndCanBeUsedAgain(string declaration, string use)
    {
        var assembly = (WeakReference)(await _notebook.ValueOf(declaration + ItsAssembly))!;
        Assert.False(await Collected.IsAliveAsync(assembly));
        Assert.Equal(1, await _notebook.ValueOf(use));
        await _notebook.PutTogetherAsync("Own");
        Assert.Equal(1, await _notebook.ValueOf(use));
    }

    [Theory]
    [InlineData("object held = 1;", "held = new Own(1);", "held.ToString()")]
    [InlineData("Type held = typeof(int);", "held = typeof(Own);", "Activator.CreateInstance(held, 1)!.ToString()")]
    [InlineData("Func<object> held = () => 1;", "held = () => new Own(1);", "held().ToString()")]
    [InlineData("object held = new List<int>();", "held = new List<Own> { new(1) };", "((List<Own>)held)[0].ToString()")]
    public async Task ATypeOfWhichThereIsSomethingStaysTheSame(string before, string uses, string later)
    {
        await _notebook.ValueOf(before);
        await _notebook.ValueOf("record Own(int A);");
        await _notebook.ValueOf(uses);
        await _notebook.DeclareTypesAsync();
        Assert.Equal("Own { A = 1 }", await _notebook.ValueOf(later));
        Assert.Equal("held", await _notebook.ValueOf("nameof(held)"));
        await _notebook.ValueOf(uses);
        Assert.Equal("Own { A = 1 }", await _notebook.ValueOf(later));
    }

    [Theory]
    [InlineData("Own? none = null;", "none = new Own(2);", "none.A", 2)]
    [InlineData("int Sum(Own one) => one.A + 1;", "", "Sum(new Own(1))", 2)]
    [InlineData("Own Made() => new Own(2);", "", "Made().A", 2)]
    [InlineData("record Pair(Own First, Own Second);", "", "new Pair(new(1), new(2)).Second.A", 2)]
    [InlineData("class More : List<Own> { }", "", "new More { new(2) }[0].A", 2)]
    [InlineData("Func<Own> made = () => new Own(2);", "", "made().A", 2)]
    [InlineData("[Mark(2)] class More { }", "", "typeof(More).GetCustomAttributes(false).OfType<MarkAttribute>().Single().A", 2)]
    public async Task WhatIsDeclaredWithATypeGoesOnWithIt(string declaration, string uses, string later, int value)
    {
        await _notebook.ValueOf("record Own(int A);");
        await _notebook.ValueOf("class MarkAttribute(int a) : Attribute { public int A => a; }");
        await Collected.IsAliveAsync(new WeakReference(new object()));
        await _notebook.ValueOf(declaration);
        await _notebook.DeclareTypesAsync();
        await _notebook.ValueOf(uses);
        Assert.Equal(value, await _notebook.ValueOf(later));
        await _notebook.DeclareTypesAsync("More");
        Assert.Equal(value, await _notebook.ValueOf(later));
    }

    [Theory]
    [InlineData("class Cache<T> { public static int V; }", "Cache<Own>.V = 5;", "Cache<Own>.V")]
    [InlineData("class Cache<T> { public static int V; } void Fill<T>() => Cache<T>.V = 5; int Read<T>() => Cache<T>.V;", "Fill<Own>();", "Read<Own>()")]
    [InlineData("var table = new System.Runtime.CompilerServices.ConditionalWeakTable<Type, object>();", "table.Add(typeof(Own), 5);",
        "table.TryGetValue(typeof(Own), out var found) ? found : 0")]
    [InlineData("var names = new Dictionary<string, int>();", "names[typeof(Own).FullName!] = 5;", "names[typeof(Own).FullName!]")]
    public async Task WhatIsKeptForATypeStays(string before, string keeps, string later)
    {
        await _notebook.ValueOf(before);
        await _notebook.ValueOf("record Own(int A);");
        await _notebook.ValueOf(keeps);
        await _notebook.DeclareTypesAsync();
        Assert.Equal(5, await _notebook.ValueOf(later));
    }

    [Fact]
    public async Task CodeInTheBackgroundThatComesToATypeLateFindsIt()
    {
        await _notebook.ValueOf("record Own(int A);");
        await _notebook.ValueOf("var gate = new SemaphoreSlim(0);");
        await _notebook.ValueOf(
            "_ = Task.Run(async () => { await gate.WaitAsync(); Late(); void Late() => Console.Write(new Own(3)); });");
        await _notebook.DeclareTypesAsync();
        await _notebook.ValueOf("gate.Release();");
        while (!_notebook.Output.Out.Contains("Own { A = 3 }", StringComparison.Ordinal))
            await Task.Delay(5, Notebook.Test);
    }

    [Fact]
    public async Task AnErrorInAMethodOfATypeHasItsLine()
    {
        await _notebook.Run(new CellCode("class Own\n{\n    public int Low(int n) => n < 0\n        ? throw new Exception() : n;\n}", 3));
        await _notebook.DeclareTypesAsync();
        var failed = await Assert.ThrowsAnyAsync<Exception>(() => _notebook.ValueOf("new Own().Low(-1)"));
        Assert.Contains(
            FlowKernel.CSharp.Errors.CellFrame.Of(failed), f => f.Place is { Cell: 3, Line: 3 or 4 });
    }

    [Fact]
    public async Task ATypeDeclaredAgainIsTheNewOne()
    {
        await _notebook.ValueOf("record Own(int A);");
        await _notebook.DeclareTypesAsync();
        await _notebook.ValueOf("record Own(string A);");
        await _notebook.DeclareTypesAsync("More");
        Assert.Equal("text", await _notebook.ValueOf("new Own(\"text\").A"));
    }

    [Fact]
    public async Task CompletionKnowsTypesThatWerePutTogether()
    {
        await _notebook.ValueOf("/// <summary>One of ours.</summary>\nrecord Own(int Amount);");
        await _notebook.DeclareTypesAsync();
        const string Code = "new Own(1).Amo";
        var found = await _notebook.Cells.CompleteAsync(Code, Code.Length, Notebook.Test);
        Assert.Equal(["Amount"], found.Items.Select(i => i.Insert));
        var help = await _notebook.Cells.ExplainAsync("default(Own)", 9, Notebook.Test);
        Assert.Contains("One of ours.", help!.Markdown, StringComparison.Ordinal);
    }
}
