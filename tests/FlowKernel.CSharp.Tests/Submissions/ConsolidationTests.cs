using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel.Errors;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Cells that only declare are put together into one, and nobody can tell.</summary>
public sealed class ConsolidationTests
{
    private const string ItsAssembly = "new WeakReference(System.Reflection.Assembly.GetExecutingAssembly())";
    private readonly Notebook _notebook = new(new CSharpCellsOptions { FewestConsolidated = ManyCells.Fewest });

    [Theory]
    [InlineData("var own = 1;", "own")]
    [InlineData("int Own() => 1;", "Own()")]
    [InlineData("const int Own = 1;", "Own")]
    [InlineData("const string Text = \"a\\\"b\", Own = Text;", "Own == \"a\\\"b\" ? 1 : 0")]
    [InlineData("const DayOfWeek Own = DayOfWeek.Monday;", "(int)Own")]
    [InlineData("int Own() { Console.Write(\"\"); return 1; }", "Own()")]
    [InlineData("int Own() => new[] { 3, 1 }.Where(n => n < 3).OrderBy(n => n).Select(n => n).First();", "Own()")]
    [InlineData("int Own() { var l = new List<int> { 2, 1 }; l.Sort((a, b) => a - b); return l[0]; }", "Own()")]
    [InlineData("int Own() => (from n in new[] { 3, 1 } where n < 3 orderby n select n).First();", "Own()")]
    [InlineData("int Own() { return Inner(1); int Inner(int n) => n; }", "Own()")]
    [InlineData("var own = 1; int Seen() => own;", "own * Seen()")]
    [InlineData("var own = 0; void Count() { own++; }", "Counted()", "int Counted() { Count(); return own; }")]
    [InlineData("int own = 0, step = 1; int Next(int n) => n == 0 ? own : Next(n - 1) + step;", "Next(1)")]
    [InlineData("var own = 2; const int Less = -1; int Seen() => own + Less;", "Seen()")]
    [InlineData("bool Even(int n) => n == own || Odd(n - 1); bool Odd(int n) => n != own && Even(n - 1); var own = 0;", "Even(4) && Odd(3) ? own + 1 : own")]
    [InlineData("var own = new[] { 1, 2 }.Where(n => n > 1).Count();", "own")]
    [InlineData("var own = (from n in new[] { 1, 2 } where n > 1 select n).Count();", "own")]
    [InlineData("var own = 1; int Seen() => new[] { 0 }.Sum(n => n + own);", "Seen()")]
    [InlineData("var own = 1; int Seen() { return Inner(); int Inner() => own; }", "Seen()")]
    [InlineData("var own = 1; int Seen() { var s = 0; foreach (var n in new[] { 0, 5 }.Where(n => n < own)) s += n + own; return s; }", "Seen()")]
    [InlineData("var own = 1; string Seen() => string.Join(\",\", new[] { 0 }.Select(n => n + own));", "int.Parse(Seen())")]
    [InlineData("var own = 1; int Seen() => (from n in new[] { 0 } orderby n + own select n + own).First();", "Seen()")]
    [InlineData("bool Own(int n) => n == 1; var found = new[] { 1, 2 }.Where(n => Own(n)).ToList();", "found.Count")]
    [InlineData("bool Own(int n) => n == 1; var found = new[] { 1, 2 }.Count(Own);", "found")]
    [InlineData("var own = new HashSet<int> { 1 }; bool Is(int n) => own.Contains(n); var found = new[] { 1, 2 }.Count(n => Is(n));", "own.Count * found")]
    [InlineData("var own = 1; bool Is(int n) => n == own; var found = new List<int>(); found.AddRange((from n in new[] { 1, 2 } where Is(n) select n));", "found.Count(n => Is(n))")]
    [InlineData("var own = 1; var found = new[] { 1, 2 }.GroupBy(n => n == own ? n : 0).OrderBy(g => g.Key + own).ToDictionary(g => g.Key, g => g.Count(n => n > own - 1));", "found[own]")]
    [InlineData("[Obsolete(\"old\")] int Own() => 1;", "Own()")]
    [InlineData("[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] int Own() => 1;", "Own()")]
    public async Task TheAssemblyOfACellThatWasPutTogetherGoes(string declaration, string use, string more = "")
    {
        var assembly = (WeakReference)(await _notebook.ValueOf(declaration + ItsAssembly))!;
        Assert.True(await Collected.IsAliveAsync(assembly));
        await _notebook.Run(more);
        await _notebook.DeclareVariablesAsync();
        Assert.False(await Collected.IsAliveAsync(assembly));
        Assert.Equal(1, await _notebook.ValueOf(use));
    }

    [Theory]
    [InlineData("var own = 1; Func<int> seen = () => own;")]
    [InlineData("var own = 1; IEnumerable<int> Seen() { yield return own; }")]
    [InlineData("var own = 1; async Task<int> Seen() { await Task.Yield(); return own; }")]
    [InlineData("var own = 1; int Seen() => own; Func<int> held = Seen;")]
    [InlineData("var own = 1; int Seen() => own; int Outer() => Seen(); Func<int> held = () => Outer();")]
    [InlineData("var own = 1; int Seen => own;")]
    [InlineData("[System.Runtime.CompilerServices.ModuleInitializer] internal static void Own() { }")]
    [InlineData("class MarkAttribute : Attribute { public static int Count; } [Mark] int Own() => 1;")]
    [InlineData("var own = 1; var tasks = new[] { 1 }.Select(async n => { await Task.Yield(); return n + own; }).ToList();")]
    [InlineData("var own = 1; int Seen(List<Func<int>> l) { l.Add(Inner); return 1; int Inner() => own; }")]
    [InlineData("int Own() => 1; Func<int> held = () => Own();")]
    [InlineData("static int Own() => 1; Func<int> held = () => Own();")]
    [InlineData("[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] void Own() { }")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid();")]
    [InlineData("[Obsolete] int own = 1;")]
    [InlineData("#line 100 \"foo.cs\"\nint Own() => 1;")]
    [InlineData("var own = 1; var held = from n in new[] { 1 } where n > own select n;")]
    [InlineData("var own = 1; record Row(int A);")]
    [InlineData("record Row(int A); var own = new Row(1);")]
    [InlineData("class Own { public static int Count; }")]
    [InlineData("class Own { public static int Count { get; set; } }")]
    [InlineData("class Own { public static event Action? Rung; }")]
    [InlineData("class Own { public class Inner { public static readonly Guid Id = Guid.NewGuid(); } }")]
    [InlineData("class Own { static Own() => Console.Write(\"once\"); }")]
    [InlineData("class Own { public int Even(int n) => n\n#if DEBUG\n+ 1\n#endif\n; }\n")]
    [InlineData("using System.Net.Http; var own = 1;")]
    public async Task ACellThatOthersMayStillLookIntoStaysAsItIs(string declaration)
    {
        var assembly = (WeakReference)(await _notebook.ValueOf(declaration + ItsAssembly))!;
        await _notebook.DeclareVariablesAsync();
        Assert.True(await Collected.IsAliveAsync(assembly));
    }

    [Theory]
    [InlineData("int")]
    [InlineData("string")]
    [InlineData("(int Count, string? Name)[]")]
    [InlineData("Dictionary<string, List<int?>>")]
    [InlineData("int[,][]")]
    [InlineData("nint")]
    [InlineData("DateTime?")]
    [InlineData("Dictionary<int, string>.KeyCollection")]
    [InlineData("IReadOnlyList<(int, (string A, int B))>")]
    public async Task AVariableKeepsItsType(string type)
    {
        await _notebook.ValueOf($"{type} own = default({type});");
        await _notebook.DeclareVariablesAsync();
        Assert.True(_notebook.Cells.TryGet("own", out _, out var kept));
        await _notebook.ValueOf($"{type} again = own;");
        Assert.True(_notebook.Cells.TryGet("again", out _, out var declared));
        Assert.Equal(declared, kept);
    }

    [Fact]
    public async Task NamesOfTupleElementsAndDynamicStay()
    {
        await _notebook.ValueOf("var pair = (Count: 1, Name: \"n\");");
        await _notebook.ValueOf("dynamic any = \"text\";");
        await _notebook.DeclareVariablesAsync();
        Assert.Equal("1n4", await _notebook.ValueOf("$\"{pair.Count}{pair.Name}{any.Length}\""));
    }

    [Fact]
    public async Task KeywordsAndOtherLettersMayBeNames()
    {
        await _notebook.ValueOf("var @class = 1;");
        await _notebook.ValueOf("var größe = 2;");
        await _notebook.DeclareVariablesAsync();
        Assert.Equal(3, await _notebook.ValueOf("@class + größe"));
    }

    [Fact]
    public async Task WhatIsAssignedLaterCounts()
    {
        await _notebook.ValueOf("var own = 1;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("own = 2;");
        await _notebook.DeclareVariablesAsync("later");
        await _notebook.ValueOf("own++;");
        Assert.Equal(3, await _notebook.ValueOf("own"));
        Assert.True(_notebook.Cells.TryGet("own", out var value, out _));
        Assert.Equal(3, value);
    }

    [Fact]
    public async Task WorkThatGoesOnInTheBackgroundSeesTheVariable()
    {
        await _notebook.ValueOf("var ended = false;");
        await _notebook.ValueOf("_ = Task.Run(async () => { while (!ended) await Task.Delay(1); Console.Write(\"seen\"); });");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("ended = true;");
        while (_notebook.Output.Out != "seen")
            await Task.Delay(5, Notebook.Test);
    }

    [Fact]
    public async Task AHandlerCanBeTakenAwayAgain()
    {
        await _notebook.ValueOf("class Bell { public event Action? Rung; public void Ring() => Rung?.Invoke(); }");
        await _notebook.ValueOf("var bell = new Bell();");
        await _notebook.ValueOf("void Heard() => Console.Write(\"ding\");");
        await _notebook.ValueOf("bell.Rung += Heard; bell.Ring();");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("bell.Rung -= Heard; bell.Ring();");
        Assert.Equal("ding", _notebook.Output.Out);
    }

    [Fact]
    public async Task AFunctionCallsWhatItsNameMeantThen()
    {
        await _notebook.ValueOf("int Inner() => 1;");
        await _notebook.ValueOf("int Outer() => Inner() + 10;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("int Inner() => 2;");
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal(11, await _notebook.ValueOf("Outer()"));
        Assert.Equal(2, await _notebook.ValueOf("Inner()"));
    }

    [Fact]
    public async Task AnOlderNameOfAFunctionIsNotTakenForTheNewOne()
    {
        await _notebook.ValueOf("int Inner() => 1; record R(int A);");
        await _notebook.ValueOf("int Outer() => Inner() + 10;");
        await _notebook.ValueOf("int Inner() => 2;");
        await _notebook.DeclareVariablesAsync();
        Assert.Equal(11, await _notebook.ValueOf("Outer()"));
        Assert.Equal(2, await _notebook.ValueOf("Inner()"));
    }

    [Theory]
    [InlineData("IEnumerable<int> F(int[] a) => from v in a where v > 1 select v;", "Where", "Func<int, bool> p")]
    [InlineData("IEnumerable<int> F(int[] a) => from v in a select v * 2;", "Select", "Func<int, int> p")]
    [InlineData("IEnumerable<int> F(int[] a) => from v in a orderby v select v;", "OrderBy", "Func<int, int> p")]
    public async Task AQueryMeansTheExtensionsOfThenAndNoLaterOnes(string function, string name, string parameter)
    {
        var own = $"static IEnumerable<int> {name}(this IEnumerable<int> s, {parameter}) => [100];";
        await _notebook.ValueOf(function);
        var before = await _notebook.ValueOf("string.Join(\",\", F([1, 2]))");
        await _notebook.ValueOf(own);
        await _notebook.DeclareVariablesAsync();
        Assert.Equal(before, await _notebook.ValueOf("string.Join(\",\", F([1, 2]))"));
        await _notebook.ValueOf(function.Replace("F(", "G(", StringComparison.Ordinal));
        await _notebook.ValueOf($"string.Join(\",\", new[] {{ 1 }}.{name}(v => {(name == "Where" ? "true" : "v")}))");
        before = await _notebook.ValueOf("string.Join(\",\", G([1, 2]))");
        Assert.StartsWith("100", (string)before!, StringComparison.Ordinal);
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal(before, await _notebook.ValueOf("string.Join(\",\", G([1, 2]))"));
    }

    [Theory]
    [InlineData("object Own() => new { X = 1 };")]
    [InlineData("object Own() => new[] { 1 }.Select(n => new { N = n }).First();")]
    [InlineData("object Own() => (Func<int, int>)(v => v * v);")]
    [InlineData("object Own() => (Action)(static () => Console.Write(1));")]
    [InlineData("object Own() { return (Func<int>)Inner; static int Inner() => 1; }")]
    [InlineData("object Own() => new List<Func<int>>().Append(() => 1).First();")]
    public async Task WhatAFunctionMakesStaysEqual(string function)
    {
        await _notebook.ValueOf(function);
        await _notebook.ValueOf("var before = Own();");
        await _notebook.DeclareVariablesAsync();
        Assert.Equal(true, await _notebook.ValueOf("before.Equals(Own())"));
    }

    [Fact]
    public async Task ARegionAroundAFunctionKeepsNoOthersApart()
    {
        await _notebook.ValueOf("#region a\nint Half() {\n#endregion\n    return 2; }");
        var assembly = (WeakReference)(await _notebook.ValueOf("int Own() => 1; " + ItsAssembly))!;
        await _notebook.DeclareVariablesAsync();
        Assert.False(await Collected.IsAliveAsync(assembly));
        Assert.Equal(3, await _notebook.ValueOf("Half() + Own()"));
    }

    [Fact]
    public async Task OverloadsStayCallable()
    {
        await _notebook.ValueOf("string F(string s) => s;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("int F(int n) => n;");
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal("text1", await _notebook.ValueOf("F(\"text\") + F(1)"));
    }

    [Theory]
    [InlineData("IEnumerable<int> Own() { yield return 1; yield return 2; }", "Own().Sum()", 3)]
    [InlineData("async Task<int> Own() { await Task.Yield(); return 3; }", "await Own()", 3)]
    [InlineData("T Own<T>(T value) where T : struct => value;", "Own(3)", 3)]
    [InlineData("int Own(int n, int more = 2) => n + more;", "Own(1)", 3)]
    [InlineData("static int Own(int n) { return n <= 0 ? 0 : 1 + Own(n - 1); }", "Own(3)", 3)]
    [InlineData("int Own(int n) {\n#pragma warning disable CS0219\nint a = 1;\n#pragma warning restore CS0219\nreturn n; }", "Own(3)", 3)]
    [InlineData("#define LOUD\nint Own(int n)\n{\n#if LOUD\n    return n;\n#else\n    return 0;\n#endif\n}", "Own(3)", 3)]
    [InlineData("  /* first */ int Own(int n) => n; // last", "Own(3)", 3)]
    public async Task AnyFunctionStaysCallable(string function, string call, int value)
    {
        await _notebook.ValueOf(function);
        await _notebook.DeclareVariablesAsync();
        Assert.Equal(value, await _notebook.ValueOf(call));
    }

    [Theory]
    [InlineData("int Own(int n)\n{\n    if (n < 0)\n        throw new Exception(\"low\");\n    return n;\n}", 4, 9)]
    [InlineData("var x = 1;\n  int Own(int n) => (new int[2])[n];", 2, 21)]
    [InlineData("IEnumerable<int> Own(int n)\n{\n    yield return int.Parse(\"x\");\n}", 3, 5)]
    public async Task AnErrorInAFunctionHasItsLine(string function, int line, int column)
    {
        await _notebook.Run(new CellCode(function, 3));
        await _notebook.DeclareVariablesAsync();
        var failed = await Assert.ThrowsAnyAsync<Exception>(() => _notebook.ValueOf("string.Join(\",\", Own(-1))"));
        Assert.Contains(new CellPlace(3, line, column), FlowKernel.CSharp.Errors.CellFrame.Of(failed).Select(f => f.Place));
    }

    [Fact]
    public async Task AValueThatWasReplacedIsFreed()
    {
        await _notebook.ValueOf("var big = new object();");
        await _notebook.DeclareVariablesAsync();
        var old = _notebook.WeakReferenceTo("big");
        Assert.True(await Collected.IsAliveAsync(old));
        await _notebook.ValueOf("var big = 1;");
        Assert.False(await Collected.IsAliveAsync(old));
        Assert.Equal(1, await _notebook.ValueOf("big"));
    }

    [Fact]
    public async Task AValueThatWasReplacedStaysForAFunction()
    {
        await _notebook.ValueOf("var x = 1;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("int Seen() => x;");
        await _notebook.ValueOf("var x = \"text\";");
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal("1text", await _notebook.ValueOf("Seen() + x"));
    }

    [Fact]
    public async Task ACallFindsADelegateThatWasPutTogetherBelowANewerVariable()
    {
        await _notebook.ValueOf("Func<int, int> f = int.Abs;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("var f = 5;");
        Assert.Equal(2, await _notebook.ValueOf("f(-2)"));
    }

    [Fact]
    public async Task ACellThatWasReplacedInBetweenTakesNoPlace()
    {
        await _notebook.ValueOf("var first = 1;");
        await _notebook.ValueOf("var x = 1;");
        await _notebook.ValueOf("var x = \"two\";");
        await _notebook.DeclareVariablesAsync();
        Assert.Equal("two1", await _notebook.ValueOf("x + first"));
        await _notebook.ValueOf("var x = 3;");
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal(14, await _notebook.ValueOf("x + first + other1 * 10"));
    }

    [Fact]
    public async Task AnInterruptedCellThatGoesOnKeepsItsVariable()
    {
        using var interrupt = new CancellationTokenSource();
        var run = await _notebook.StartAsync(
            "var gate = new ManualResetEventSlim(); var own = 0; gate.Wait(3000); own = 7;", interrupt.Token);
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await _notebook.DeclareVariablesAsync();
        Assert.NotNull(await _notebook.ValueOf("own"));
    }

    [Fact]
    public async Task NamesThatWereMentionedBeforeMeanWhatTheyMeant()
    {
        await _notebook.ValueOf("record First(int A); var value = 1;");
        await _notebook.ValueOf("var holder = new { Value = value };");
        await _notebook.ValueOf("int Seen() => holder.Value * 10 + value;");
        await _notebook.ValueOf("var value = \"text\";");
        await _notebook.DeclareVariablesAsync();
        Assert.Equal("11text", await _notebook.ValueOf("Seen() + value"));
    }

    [Fact]
    public async Task CompletionAndHelpKnowWhatWasPutTogether()
    {
        await _notebook.ValueOf("var text = \"abc\";");
        await _notebook.ValueOf("/// <summary>Says hello.</summary>\nstring Hello(string name) => name;");
        await _notebook.DeclareVariablesAsync();
        var found = await _notebook.Cells.CompleteAsync("text.Subst", "text.Subst".Length, Notebook.Test);
        Assert.Equal(["Substring"], found.Items.Select(i => i.Insert));
        var help = await _notebook.Cells.ExplainAsync("Hello", 2, Notebook.Test);
        Assert.Contains("Says hello.", help!.Markdown, StringComparison.Ordinal);
        await _notebook.DeclareVariablesAsync("later");
        found = await _notebook.Cells.CompleteAsync("text.Subst", "text.Subst".Length, Notebook.Test);
        Assert.Equal(["Substring"], found.Items.Select(i => i.Insert));
        Assert.Contains("later3", _notebook.Cells.Variables);
        Assert.Contains("text", _notebook.Cells.Variables);
    }

    [Fact]
    public async Task AConstantHasTheValueOfThoseItWasMadeOf()
    {
        await _notebook.ValueOf("const int First = 1;");
        await _notebook.ValueOf("const int Own = First + 1;");
        await _notebook.ValueOf("int Seen() => Own * 10;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("const int First = 5;");
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal(25, await _notebook.ValueOf("Own + Seen() + First - 2"));
    }

    [Fact]
    public async Task ManyNewNamesAddNoAssemblies()
    {
        const string ItsAssembly = "new WeakReference(System.Reflection.Assembly.GetExecutingAssembly())";
        var assemblies = new List<WeakReference>();
        for (var i = 0; i < 10 * ManyCells.Count; i++)
        {
            assemblies.Add((WeakReference)(await _notebook.ValueOf($"var v{i} = {i}; {ItsAssembly}"))!);
            assemblies.Add((WeakReference)(await _notebook.ValueOf($"int F{i}(int n) => n + {i}; {ItsAssembly}"))!);
        }

        await Collected.IsAliveAsync(assemblies[0]);
        var together = _notebook.Cells.Last!.Backwards().Count();
        Assert.InRange(assemblies.Count(a => a.IsAlive) + together, 0, assemblies.Count / 2);
        Assert.Equal(8, await _notebook.ValueOf("F5(v3)"));
    }
}
