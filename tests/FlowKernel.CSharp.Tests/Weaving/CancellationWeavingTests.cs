using FlowKernel.CSharp.Submissions;
using FlowKernel.CSharp.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace FlowKernel.CSharp.Tests.Weaving;

public sealed class CancellationWeavingTests
{
    private const string Owner = "global::FlowKernel.CSharp.Weaving.CellCancellation.";

    [Theory]
    [InlineData("while (true) { }", "while (true) {C }")]
    [InlineData("while (true) ;", "while (true) {C;}")]
    [InlineData("for (;;) for (;;) ;", "for (;;) {Cfor (;;) {C;}}")]
    [InlineData("int F() => 1;", "int F() {Ereturn 1;}")]
    [InlineData("void F() => F();", "void F() {E F();}")]
    [InlineData("int F() => throw null;", "int F() {E throw null;}")]
    [InlineData("async Task F() => await F();", "async Task F() {E await F();}")]
    [InlineData("class A { int P => 1; }", "class A { int P {get{Ereturn 1;}} }")]
    [InlineData("class A { int P { get => 1; } }", "class A { int P { get {Ereturn 1;} } }")]
    [InlineData("class A { int P { set => _ = value; } }", "class A { int P { set {E _ = value;} } }")]
    [InlineData("Func<int, Func<int>> f = x => () => x;",
        "Func<int, Func<int>> f = x => {Ereturn () => {Ereturn x;};};")]
    [InlineData("Action f = () => Console.Beep();", "Action f = () => {E Console.Beep();};")]
    [InlineData("Func<int> f = delegate { return 1; };", "Func<int> f = delegate {E return 1; };")]
    [InlineData("await Task.Yield();", "await Task.Yield();C")]
    public void ChecksGoToLoopsFunctionsAndAwaits(string code, string woven) =>
        Assert.Equal(woven, Short(Weave(code)));

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1;")]
    [InlineData("try { } finally { while (true) { } }")]
    [InlineData("class A { ~A() { while (true) { } } public void Dispose() { for (;;) { } } }")]
    public void OtherCodeStaysAsItIs(string code) => Assert.Null(Weave(code));

    [Theory]
    [InlineData("$\"{new[] { 1, 2 }.Select(x => x + 1).Sum():N0}\"", "5")]
    [InlineData("ref int At(int[] a) => ref a[0]; var a = new[] { 1 }; At(a) = 7; a[0].ToString()", "7")]
    [InlineData("int? None() => null; None() is null ? \"none\" : \"\"", "none")]
    [InlineData("string Name(int n) => n switch { 1 => \"one\", _ => throw new Exception() }; Name(1)", "one")]
    [InlineData("var t = await Task.Run(() => Task.FromResult(\"in\")); t", "in")]
    [InlineData("Func<object, string> f = o => o switch { int => \"i\", _ => null }; f(1)", "i")]
    [InlineData("(from x in new[] { 1, 2 } where x > 1 select x).Single().ToString()", "2")]
    public async Task WovenCodeMeansTheSame(string code, string value) =>
        Assert.Equal(value, await new Notebook().ValueOf(code));

    private static string? Weave(string code)
    {
        var compiler = new SubmissionCompiler(
            new CSharpCellsOptions(), ScriptMetadataResolver.Default, SourceFileResolver.Default);
        var compilation = compiler.Compile(SubmissionCompiler.Parse(code, ""), previous: null);
        return CancellationWeaving.Weave(compilation, Notebook.Test)?.Text;
    }

    private static string? Short(string? woven) => woven?
        .Replace(Owner + "ThrowIfCancelled();", "C", StringComparison.Ordinal)
        .Replace(Owner + "EnterFunction();", "E", StringComparison.Ordinal);
}
