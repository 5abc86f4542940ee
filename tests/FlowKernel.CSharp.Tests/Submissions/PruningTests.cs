using System.Runtime.CompilerServices;
using FlowKernel.CSharp.Display;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Cells that were replaced go, and nobody can tell.</summary>
public sealed class PruningTests
{
    private const int Often = 40;
    private const string ItsAssembly = "new WeakReference(System.Reflection.Assembly.GetExecutingAssembly())";
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task AValueThatWasReplacedIsFreed()
    {
        await _notebook.ValueOf("var big = new object();");
        var old = _notebook.WeakReferenceTo("big");
        await _notebook.ValueOf("var big = 1;");
        Assert.False(await Collected.IsAliveAsync(old));
    }

    [Theory]
    [InlineData("")]
    [InlineData("if (x > 0) Console.Write(new { x }); ")]
    [InlineData("await Task.Yield(); ")]
    public async Task ACellThatOnlyGivesAValueIsUnloaded(string before)
    {
        await _notebook.ValueOf("var x = 1;");
        var assembly = (WeakReference)(await _notebook.ValueOf(before + ItsAssembly))!;
        Assert.False(await Collected.IsAliveAsync(assembly));
    }

    [Fact]
    public async Task ACellWhoseAnonymousRowsWereShownIsUnloaded()
    {
        var rows = (object[])(await _notebook.ValueOf("new object[] { new { A = 1 }, " + ItsAssembly + " }"))!;
        var assembly = (WeakReference)rows[1];
        ShowAndForget(rows);
        Assert.False(await Collected.IsAliveAsync(assembly));
    }

    [Theory]
    [InlineData("foreach (var i in new[] { 1 }) { } ")]
    [InlineData("new[] { 1 }.Where(n => n > 1).ToList(); ")]
    public async Task ACellThatOnlyLoopsIsUnloaded(string before)
    {
        var assembly = (WeakReference)(await _notebook.ValueOf(before + ItsAssembly))!;
        Assert.False(await Collected.IsAliveAsync(assembly));
    }

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("int F() => 1;")]
    public async Task ACellThatWasRunAgainIsUnloaded(string declaration)
    {
        await _notebook.ValueOf(declaration);
        var assembly = (WeakReference)(await _notebook.ValueOf(declaration + ItsAssembly))!;
        Assert.True(await Collected.IsAliveAsync(assembly));
        for (var i = 0; i < 20; i++)
            await _notebook.ValueOf(declaration);
        Assert.False(await Collected.IsAliveAsync(assembly));
    }

    [Fact]
    public async Task ANewNameMayReferToOneThatWasDeclaredAgain()
    {
        await _notebook.ValueOf("record R(int A);");
        await _notebook.ValueOf("record R(int A, int B);");
        await _notebook.ValueOf("class Holder { public R Row = new(1, 2); }");
        await _notebook.ValueOf("var holder = new Holder();");
        Assert.Equal(2, await _notebook.ValueOf("holder.Row.B"));
    }

    [Fact]
    public async Task ACallFindsTheDelegateBelowANewerVariable()
    {
        await _notebook.ValueOf("Func<int, int> f = n => n + 1;");
        await _notebook.ValueOf("var f = 5;");
        Assert.Equal(2, await _notebook.ValueOf("f(1)"));
        Assert.Equal(5, await _notebook.ValueOf("f"));
    }

    [Theory]
    [InlineData("var row = new { P = 1 };", "new { P = 2 }.P", 2)]
    [InlineData("var row = (ref int n) => n++;", "var n = 1; var add = (ref int n) => n++; add(ref n); n", 2)]
    public async Task AnAnonymousTypeStaysUsableWhenTheVariableWasDeclaredAgain(string declaration, string use, int value)
    {
        await _notebook.ValueOf("var row = 0;");
        var assembly = (WeakReference)(await _notebook.ValueOf(declaration + ItsAssembly))!;
        await _notebook.ValueOf("var row = 1;");
        await Collected.IsAliveAsync(assembly);
        Assert.Equal(value, await _notebook.ValueOf(use));
    }

    [Fact]
    public async Task AValueWhoseTypeWentWithItsCellStaysUsable()
    {
        await _notebook.ValueOf("var list = new List<object>();");
        await _notebook.ValueOf("list.Add(new { Name = \"kept\" });");
        Assert.False(await Collected.IsAliveAsync((WeakReference)(await _notebook.ValueOf(ItsAssembly))!));
        Assert.Equal("{ Name = kept }", await _notebook.ValueOf("list[0].ToString()"));
    }

    [Fact]
    public async Task AVariableThatIsMentionedLaterIsKept()
    {
        await _notebook.ValueOf("var x = 1;");
        await _notebook.ValueOf("int Seen() => x;");
        await RedefineAsync(i => $"var x = \"{i}\";");
        Assert.Equal(1, await _notebook.ValueOf("Seen()"));
        Assert.Equal("39", await _notebook.ValueOf("x"));
    }

    [Fact]
    public async Task ATypeDeclaredAgainLeavesValuesOfTheOldOneUsable()
    {
        await _notebook.ValueOf("record P(int X); var first = new P(1);");
        await RedefineAsync(i => $"record P(string Y); var second = new P(\"{i}\");");
        Assert.Equal(1, await _notebook.ValueOf("first.X"));
        Assert.Equal("39", await _notebook.ValueOf("second.Y"));
    }

    [Fact]
    public async Task OverloadsOfAFunctionStayCallable()
    {
        await _notebook.ValueOf("string F(string s) => s;");
        await RedefineAsync(i => $"int F(int a) => a + {i};");
        Assert.Equal("text", await _notebook.ValueOf("F(\"text\")"));
        Assert.Equal(40, await _notebook.ValueOf("F(1)"));
    }

    [Fact]
    public async Task AnAnonymousTypeStaysTheSameWhileCellsBeforeAndAfterItAreReplaced()
    {
        await RedefineAsync(i => $"var x = {i};");
        await _notebook.ValueOf("var pair = new { X = x, Y = \"y\" };");
        await RedefineAsync(i => $"var x = \"{i}\"; var other = new {{ X = {i}, Y = x }};");
        await RedefineAsync(i => $"var z = {i};");
        Assert.Equal("39y39", await _notebook.ValueOf("$\"{pair.X}{pair.Y}{other.X}\""));
        Assert.Equal(true, await _notebook.ValueOf("pair.GetType() == other.GetType()"));
    }

    [Fact]
    public async Task ALambdaWithADelegateOfItsOwnStaysCallable()
    {
        await _notebook.ValueOf("var add = (ref int n) => n++; var count = 5;");
        await RedefineAsync(i => $"var x = {i};");
        Assert.Equal(6, await _notebook.ValueOf("add(ref count); count"));
    }

    [Fact]
    public async Task UsingsOfACellThatIsRunAgainStay()
    {
        await RedefineAsync(i => $"using System.Globalization; using static System.Math; var x = Abs(-{i});");
        Assert.Equal("39", await _notebook.ValueOf("Max(x, 1).ToString(CultureInfo.InvariantCulture)"));
    }

    [Fact]
    public async Task AVariableKeepsItsIdentityThroughRebuilding()
    {
        await _notebook.ValueOf("var counter = 0; void Count() => counter++;");
        await RedefineAsync(i => $"Count(); var x = {i};");
        await _notebook.ValueOf("counter += 100;");
        Assert.Equal(141, await _notebook.ValueOf("Count(); counter"));
    }

    [Fact]
    public async Task CompletionKnowsOnlyTheNewestVariable()
    {
        await RedefineAsync(i => i % 2 == 0 ? "var value = 1;" : "var value = \"text\";");
        var found = await _notebook.Cells.CompleteAsync("value.Subst", "value.Subst".Length, Notebook.Test);
        Assert.Equal(["Substring"], found.Items.Select(i => i.Insert));
        await RedefineAsync(i => "var value = 1.5m;");
        found = await _notebook.Cells.CompleteAsync("value.Sc", "value.Sc".Length, Notebook.Test);
        Assert.Equal(["Scale"], found.Items.Select(i => i.Insert));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnyOrderOfDefinitionsGivesWhatAWholeChainWouldGive(int seed)
    {
        var random = new Random(seed);
        var variables = new Dictionary<string, int>();
        var functions = new Dictionary<string, (string Variable, int Value)>();
        for (var i = 0; i < 120; i++)
        {
            var variable = "abc"[random.Next(3)].ToString();
            var function = "FGH"[random.Next(3)].ToString();
            switch (random.Next(4))
            {
                case 0 or 1:
                    variables[variable] = i;
                    await _notebook.ValueOf($"var {variable} = {i};");
                    break;
                case 2 when variables.TryGetValue(variable, out var bound):
                    functions[function] = (variable, bound);
                    await _notebook.ValueOf($"int {function}() => {variable};");
                    break;
                case 3 when functions.TryGetValue(function, out var expected):
                    Assert.Equal(expected.Value, await _notebook.ValueOf($"{function}()"));
                    break;
            }
        }

        Assert.All(variables, v => Assert.Equal(v.Value, _notebook.Cells.TryGet(v.Key, out var value, out _) ? value : null));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ShowAndForget(object[] rows)
    {
        Assert.Contains("A", ValueDisplay.Of(new[] { rows[0] }).Text(MimeTypes.Plain), StringComparison.Ordinal);
        Array.Clear(rows);
    }

    private async Task RedefineAsync(Func<int, string> code)
    {
        for (var i = 0; i < Often; i++)
            await _notebook.ValueOf(code(i));
    }
}
