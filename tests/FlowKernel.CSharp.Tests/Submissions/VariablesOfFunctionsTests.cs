namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>A function and the variables that it uses are put together with others only together.</summary>
public sealed class VariablesOfFunctionsTests
{
    private readonly Notebook _notebook = new(new CSharpCellsOptions { FewestConsolidated = ManyCells.Fewest });

    [Fact]
    public async Task AFunctionAndItsVariableStayOne()
    {
        await _notebook.ValueOf("var count = 0;");
        await _notebook.ValueOf("void Count() => count++;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("Count(); count += 10; Count();");
        Assert.Equal(12, await _notebook.ValueOf("count"));
    }

    [Fact]
    public async Task AFunctionDeclaredAfterAVariableWasMovedSeesIt()
    {
        await _notebook.ValueOf("var count = 0;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("void Count() => count++;");
        await _notebook.DeclareVariablesAsync("later");
        await _notebook.ValueOf("Count(); count += 10; Count();");
        Assert.Equal(12, await _notebook.ValueOf("count"));
    }

    // The delegate goes on with the function as it was then, and so with the variable.
    [Theory]
    [InlineData("Func<int> held = () => Next();")]
    [InlineData("var held = new Func<int>(Next);")]
    [InlineData("Func<int> Held() => () => Next(); var held = Held();")]
    [InlineData("IEnumerable<int> All() { while (true) yield return Next(); } var all = All().GetEnumerator(); int held() { all.MoveNext(); return all.Current; }")]
    [InlineData("var lazy = new[] { 0 }.Select(n => Next()); int held() => lazy.First();")]
    [InlineData("var lazy = (from n in new[] { 0 } select Next()); int held() => lazy.First();")]
    [InlineData("var lazy = new[] { 0 }.Where(n => true).Select(n => Next()).DefaultIfEmpty(); int held() => lazy.First();")]
    [InlineData("var sorted = new[] { 0 }.Select(n => Next()).OrderBy(n => n); int held() => sorted.First();")]
    [InlineData("var lazy = new[] { 0 }.Concat(new[] { 0 }.Select(n => Next())); int held() => lazy.Last();")]
    [InlineData("var all = new[] { 0 }.Select(n => new[] { 0 }.Select(m => Next())).ToList(); int held() => all[0].First();")]
    [InlineData("var all = new[] { 0 }.Select(n => (Func<int>)(() => Next())).ToList(); int held() => all[0]();")]
    [InlineData("IEnumerable<int> Lazy() => new[] { 0 }.Select(n => Next()); var lazy = Lazy(); int held() => lazy.First();")]
    [InlineData("Func<int> Make() { return Inner; int Inner() => Next(); } var held = Make();")]
    [InlineData("Func<int> Make() { return Inner<int>; int Inner<T>() => Next(); } var held = Make();")]
    [InlineData("var held = new[] { 0 }.Aggregate<int, Func<int>>(func: (f, n) => f, seed: () => Next());")]
    [InlineData("Func<int> Make() { return () => Inner(); int Inner() => Next(); } var held = Make();")]
    [InlineData("var parallel = new[] { 0 }.AsParallel().Select(n => Next()); int held() => parallel.First();")]
    [InlineData("var query = new[] { 0 }.AsQueryable().Select(n => Next()); int held() => query.First();")]
    [InlineData("static T Same<T>(this T v) => v; var lazy = new[] { 0 }.Select(n => Next()).Same(); int held() => lazy.First();")]
    [InlineData("class Kept(Func<int, int> f) { public int First() => f(0); } static Kept Select(this int[] a, Func<int, int> f) => new(f); var kept = new[] { 0 }.Select(n => Next()); int held() => kept.First();")]
    [InlineData("static int ToList(this IEnumerable<int> a, List<IEnumerable<int>> l) { l.Add(a); return 0; } var l = new List<IEnumerable<int>>(); new[] { 0 }.Select(n => Next()).ToList(l); int held() => l[0].First();")]
    [InlineData("var functions = new List<Func<int>>(); functions.Add(Next); int held() => functions[0]();")]
    [InlineData("var functions = new[] { 0 }.Select(n => new { F = (Func<int>)Next }).ToList(); int held() => functions[0].F();")]
    public async Task AFunctionThatSomebodyHoldsAndItsVariableStayOne(string holds)
    {
        await _notebook.ValueOf("var count = 0;");
        await _notebook.ValueOf("int Next() => ++count;");
        await _notebook.ValueOf(holds);
        await _notebook.DeclareVariablesAsync();
        Assert.Equal(1, await _notebook.ValueOf("held()"));
        await _notebook.ValueOf("count += 10;");
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal(12, await _notebook.ValueOf("held()"));
        Assert.Equal(13, await _notebook.ValueOf("Next()"));
    }

    [Fact]
    public async Task AnOlderFunctionOfTheSameNameGoesOnWithItsVariable()
    {
        await _notebook.ValueOf("var count = 0;");
        await _notebook.ValueOf("int Next() => ++count;");
        await _notebook.ValueOf("int Twice() => Next() + Next();");
        await _notebook.ValueOf("int Next() => 100;");
        await _notebook.DeclareVariablesAsync();
        Assert.Equal(3, await _notebook.ValueOf("Twice()"));
        await _notebook.ValueOf("count = 10;");
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal(23, await _notebook.ValueOf("Twice()"));
        Assert.Equal(112, await _notebook.ValueOf("Next() + count"));
    }

    [Fact]
    public async Task AFunctionThatWasMovedWithItsVariableMayBeDeclaredAgain()
    {
        await _notebook.ValueOf("var count = 0; int Next() => ++count;");
        await _notebook.ValueOf("int Twice() => Next() + Next();");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("var count = 100; int Next() => --count;");
        await _notebook.DeclareVariablesAsync("later");
        Assert.Equal(99, await _notebook.ValueOf("Next()"));
        Assert.Equal(3, await _notebook.ValueOf("Twice()"));
        Assert.Equal(98, await _notebook.ValueOf("Next()"));
    }
}
