using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FlowKernel.CSharp.Submissions;
using FlowKernel.CSharp.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;

namespace FlowKernel.CSharp.Tests.Weaving;

public sealed class CancellationWeavingTests
{
    private const string CellName = "notebook-cell:1:1";
    private const string Owner = "global::FlowKernel.CSharp.Weaving.CellCancellation.";

    [Theory]
    [InlineData("while (true) { }", "while (true) {C }")]
    [InlineData("while (true) ;", "while (true) {C;}")]
    [InlineData("for (;;) for (;;) ;", "for (;;) {Cfor (;;) {C;}}")]
    [InlineData("int F() => 1;", "int F() {Ereturn 1;}")]
    [InlineData("void F() => F();", "void F() {E F();}")]
    [InlineData("int F() => throw null;", "int F() {E throw null;}")]
    [InlineData("async Task F() => await F();", "async Task F() {A await F();}")]
    [InlineData("class A { int P => 1; }", "class A { int P {get{Ereturn 1;}} }")]
    [InlineData("class A { int P { get => 1; } }", "class A { int P { get {Ereturn 1;} } }")]
    [InlineData("class A { int P { set => _ = value; } }", "class A { int P { set {E _ = value;} } }")]
    [InlineData("Func<int, Func<int>> f = x => () => x;",
        "Func<int, Func<int>> f = x => {Ereturn () => {Ereturn x;};};")]
    [InlineData("Action f = () => Console.Beep();", "Action f = () => {E Console.Beep();};")]
    [InlineData("Func<int> f = delegate { return 1; };", "Func<int> f = delegate {E return 1; };")]
    [InlineData("await Task.Yield();", "await Task.Yield();C")]
    [InlineData("var q = from x in new[] { 1 } where x > 1 select x;", "var q = from x in new[] { 1 } where  Q(x > 1) select x;")]
    [InlineData("var q = from x in new[] { 1 } let y = -x orderby y select x + y;",
        "var q = from x in new[] { 1 } let y =  Q(-x) orderby  Q(y) select  Q(x + y);")]
    [InlineData("var l = new List<int>(); var q = from x in l from y in l select y;",
        "var l = new List<int>(); var q = from x in l from y in l select  Q(y);")]
    [InlineData("var l = new List<int>(); var q = from x in l join y in l on x equals y select x;",
        "var l = new List<int>(); var q = from x in l join y in l on  Q(x) equals  Q(y) select  Q(x);")]
    [InlineData("class A { ~A() { while (true) { } } public void Dispose() { for (;;) ; } }",
        "class A { ~A() {U while (true) { } } public void Dispose() {U for (;;) {;} } }")]
    [InlineData("class A { public void Dispose() => Dispose(); async Task DisposeAsync() => await DisposeAsync(); }",
        "class A { public void Dispose() {U Dispose();} async Task DisposeAsync() {V await DisposeAsync();} }")]
    [InlineData("try { } finally { int F() { while (true) ; } } while (true) ;",
        "try { } finally { int F() {U while (true) {;} } } while (true) {C;}")]
    [InlineData("try { } finally { Func<int, int[]> f = x => (from y in new[] { x } select y).ToArray(); }",
        "try { } finally { Func<int, int[]> f = x => {Ureturn (from y in new[] { x } select y).ToArray();}; }")]
    public void ChecksGoToLoopsFunctionsAndAwaits(string code, string woven) =>
        Assert.Equal(woven, Short(Weave(code)));

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1;")]
    [InlineData("var q = from x in new[] { 1 }.AsQueryable() where x > 1 select x + 1;")]
    [InlineData("System.Linq.Expressions.Expression<Func<int[], int>> e = a => (from x in a where x > 1 select x).Count();")]
    [InlineData("try { } finally { while (true) { } }")]
    [InlineData("try { } finally { x: if (0 == 1) goto x; await Task.Yield(); }")]
    public void OtherCodeStaysAsItIs(string code) => Assert.Null(Weave(code));

    [Theory]
    [InlineData("$\"{new[] { 1, 2 }.Select(x => x + 1).Sum():N0}\"", "5")]
    [InlineData("ref int At(int[] a) => ref a[0]; var a = new[] { 1 }; At(a) = 7; a[0].ToString()", "7")]
    [InlineData("int? None() => null; None() is null ? \"none\" : \"\"", "none")]
    [InlineData("string Name(int n) => n switch { 1 => \"one\", _ => throw new Exception() }; Name(1)", "one")]
    [InlineData("var t = await Task.Run(() => Task.FromResult(\"in\")); t", "in")]
    [InlineData("Func<object, string> f = o => o switch { int => \"i\", _ => null }; f(1)", "i")]
    [InlineData("(from x in new[] { 1, 2 } where x > 1 select x).Single().ToString()", "2")]
    [InlineData("(from x in new[] { 3, 1, 2 } orderby x select x).ThenBy(x => -x).First().ToString()", "1")]
    [InlineData("string.Join(',', from x in new[] { 1, 2 } from y in new List<int> { x, 3 } let z = x * y where(z > 2) select(z))", "3,4,6")]
    [InlineData("string.Join(',', from x in new[] { 1, 2, 3 } group x by x % 2 into g let n = g.Count() orderby n descending, g.Key select (Key: g.Key, n) into p select p.Key + \":\" + p.n)", "1:2,0:1")]
    [InlineData("(from x in new[] { 1 } join y in new[] { 1L } on x equals y select new { x, y }).Single().y.ToString()", "1")]
    [InlineData("(from x in new[] { \"a\" } select new { x, Up = (from c in x select char.ToUpper(c)).First() }).Single().Up.ToString()", "A")]
    [InlineData("(from x in new object[] { 1, \"b\" } where x is string s && s.Length > 0 select (string)x).Single()", "b")]
    [InlineData("(from x in new[] { 1, 2 }.AsQueryable() where x > 1 select x + 1).Single().ToString()", "3")]
    [InlineData("class C { public string Select(Func<int, string?> f) => f(1) ?? \"none\"; } from x in new C() select default", "none")]
    [InlineData("class C { public int Select(Func<int, List<int>> f) => f(1).Count; } (from x in new C() select(new())).ToString()", "0")]
    [InlineData("delegate ReadOnlySpan<char> Part(int n); class C { public string Select(Part f) => f(1).ToString(); } from x in new C() select \"abc\".AsSpan(x)", "bc")]
    [InlineData("class C { public FormattableString T = $\"{int.Parse(\"1\")}\"; public (byte, long) P = (1, int.Parse(\"2\")); } new C().T.Format + new C().P.Item2", "{0}2")]
    [InlineData("void F() {} Action f = () => {}; f(); F(); \"done\"", "done")]
    [InlineData("class C { public IList<int> L = new List<int> { 1 }; public Func<int> F = () => Math.Max(1, 2); public int? N { get; set; } = int.Parse(\"3\"); public static int S = int.Parse(\"4\"); } var c = new C(); $\"{c.L[0]}{c.F()}{c.N}{C.S}\"", "1234")]
    [InlineData("record P(int A); record Q(int A, int B) : P(A); $\"{new P(1) == new P(1)}{new P(1).Equals(new Q(1, 2))}{new Q(1, 2) == new Q(1, 2)}{new Q(1, 2)}\"", "TrueFalseTrueQ { A = 1, B = 2 }")]
    [InlineData("partial record P(int A); sealed partial record P { public int B => A; } $\"{new P(1) == new P(1)}{new P(2)}\"", "TrueP { A = 2, B = 2 }")]
    [InlineData("abstract record A { public abstract int X { get; } } sealed record B<T>(T V) : A { public override int X => 1; } $\"{new B<int>(1) == new B<int>(1)}{new B<int>(1)}\"", "TrueB { X = 1, V = 1 }")]
    [InlineData("int F(int n) { if (n > 0) return 1; else if (n < 0) return -1; else return 0; } $\"{F(2)}{F(-2)}{F(0)}\"", "1-10")]
    [InlineData("int F(bool a, bool b) { if (a) if (b) return 1; else return 2; return 3; } $\"{F(true, false)}{F(false, true)}\"", "23")]
    [InlineData("int F(int n) { switch (n) { case 1: n++; return n; case int k when k > 5: return k; default: return 0; } } $\"{F(1)}{F(7)}\"", "27")]
    [InlineData("IEnumerable<int> F() { yield return 1; foreach (var i in new[] { 2 }) yield return i; } string.Join(',', F())", "1,2")]
    [InlineData("bool F(out int n) { n = 4; return true; } F(out var m); m.ToString()", "4")]
    [InlineData("int F() { while (true) { try { return 1; } finally { } } } F().ToString()", "1")]
    [InlineData("int F(string t) { while (t.Length > 0) { t = t[1..]; if (t is ['b', ..] and var r) goto done; } done: return t.Length; } F(\"aab\").ToString()", "1")]
    [InlineData("int F() { var n = 0; do n++; while (n.CompareTo(3) < 0); for (var i = 0; i.CompareTo(2) < 0; i = Math.Max(i + 1, 0), n++) ; return n; } F().ToString()", "5")]
    [InlineData("int F() { using (new System.IO.MemoryStream()) lock (new object()) return 3; } F().ToString()", "3")]
    [InlineData("struct S { public int A; public S(int a) { A = a; } public static implicit operator S(int a) { return new(a); } } S s = 3; s.A.ToString()", "3")]
    [InlineData("record P(int A) { public int Twice { get { return A * 2; } init { _ = value; } } public P(string t) : this(int.Parse(t)) { _ = t; } } new P(\"4\").Twice.ToString()", "8")]
    [InlineData("Func<Span<int>, int> f = s => { ref var first = ref s[0]; first = 9; return s[0]; }; f(new int[1]).ToString()", "9")]
    [InlineData("async Task<int> F() { await using var s = new System.IO.MemoryStream(); return await Task.FromResult(2); } (await F()).ToString()", "2")]
    [InlineData("async IAsyncEnumerable<int> F() { yield return 1; await Task.Yield(); yield return 2; } var n = 0; await foreach (var i in F()) n += i; n.ToString()", "3")]
    [InlineData("int F(int n) { int G(int m) { return m == 0 ? 0 : m + H(m - 1); } int H(int m) => G(m); return G(n); } F(3).ToString()", "6")]
    [InlineData("var n = 0; for (int i = 0, j = 9; i < j; i++, j--) if (i % 2 == 0) n++; else n += 10; n.ToString()", "23")]
    [InlineData("string F(object o) { try { return ((string)o).Trim(); } catch (InvalidCastException e) when (o is int) { return \"int\"; } } F(3)", "int")]
    [InlineData("const int Top = 3; int n = 0; foreach (var (a, b) in new[] { (1, 2) }) n = a + b; if (n == Top) return \"top\"; return \"no\";", "top")]
    [InlineData("$\"{new[] { 3 }.Select(x => { var y = x; return y + 1; }).First()}\"", "4")]
    [InlineData("class D : IDisposable { public int N = 2; public void Dispose() { while (N.CompareTo(0) > 0) if (N > 1) N--; else N -= 1; } } var d = new D(); using (d) ; d.N.ToString()", "0")]
    [InlineData("var n = 0; try { n++; } finally { foreach (var i in new[] { 1, 2 }) if (i > 1) n += Twice(i); int Twice(int m) { for (var k = 0; k < 1; k++) m *= 2; return m; } } n.ToString()", "5")]
    public async Task WovenCodeMeansTheSame(string code, string value)
    {
        Assert.Equal(value, await new Notebook().ValueOf(code));
        // A woven text that does not compile would not be run.
        Assert.All([code, Tight(code)], text => Assert.Empty(
            Compile(Weave(text, CellName) ?? text, CellName).GetDiagnostics(Notebook.Test)
                .Where(d => d.Severity == DiagnosticSeverity.Error)));
    }

    [Theory]
    [InlineData("int R(int n)=>R(n+1)+1; R(1)")]
    [InlineData("class A{public int P=>P+1;}new A().P")]
    [InlineData("Func<int,int> f=null!;f=n=>f(n+1)+1;f(1)")]
    [InlineData("async Task<int> R(int n)=>await R(n+1)+1;await R(1)")]
    [InlineData("Func<int,Task<int>> f=null!;f=async n=>{return await f(n+1)+1;};await f(1)")]
    public async Task RecursionWithoutEndEndsInCodeWithoutSpacesToo(string code) =>
        await Assert.ThrowsAsync<InsufficientExecutionStackException>(() => new Notebook().ValueOf(code));

    [Theory]
    [InlineData("void F() { G(); if (x) H(); }",
        "void F() {Eint _=0;try{ _=1:12;G(); _=1:17;if (x) {_=1:24;H();} }catch(_)}")]
    [InlineData("int F() => G();", "int F() {Etry{return G();}catch(1:12)}")]
    [InlineData("int F(int n) => n + 1;", "int F(int n) {Ereturn n + 1;}")]
    [InlineData("f = x => 1 / x;", "S=1:1;f = x => {Etry{return 1 / x;}catch(1:10)};")]
    [InlineData("while (F()) G();", "S=1:1;while (((S=1:8)!=0&&(F()))) {CS=1:13;G();}")]
    [InlineData("for (; ; F()) ;", "S=1:1;for (; ; S=1:10,F()) {C;}")]
    [InlineData("void F(){if(x)G();}", "void F(){Eint _=0;try{_=1:10;if(x){_=1:15;G();}}catch(_)}")]
    [InlineData("h = y => () => 1 / y;",
        "S=1:1;h = y => {Etry{return () => {Etry{return 1 / y;}catch(1:16)};}catch(1:10)};")]
    [InlineData("IEnumerable<int> F() { G(); yield break; }", "IEnumerable<int> F() {E G(); yield break; }")]
    [InlineData("void F() { try { } finally { G(); } }",
        "void F() {Eint _=0;try{ _=1:12;try { } finally {_=0; G(); } }catch(_)}")]
    public void PlacesGoBeforeStatements(string code, string woven) =>
        Assert.Equal(woven, WithPlaces(Weave("bool x; Func<int, int> f; Func<int, Func<int>> h;\n" + code, CellName)));

    [Theory]
    [InlineData("using System.Text;\nvar a = 1;\nif (a > 0) Console.Write(a);")]
    public void ACellThatRunsOnceNeedsNoPlaces(string code) => Assert.Null(Weave(code, CellName));

    // With no more spaces than it takes to read it again.
    private static string Tight(string code)
    {
        var tight = new StringBuilder();
        foreach (var token in SubmissionCompiler.Parse(code, "").GetRoot(Notebook.Test).DescendantTokens(descendIntoTrivia: true))
        {
            var text = token.Text;
            if (tight.Length > 0 && text.Length > 0 && GrowTogether(tight[^1], text[0]))
                tight.Append(' ');
            tight.Append(text);
        }

        return tight.ToString();
    }

    private static bool GrowTogether(char last, char next) =>
        (IsWord(last) && IsWord(next)) || (IsOperator(last) && IsOperator(next));

    private static bool IsOperator(char c) => "+-<>=?&|.:".Contains(c, StringComparison.Ordinal);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '@';

    private static string? WithPlaces(string? woven)
    {
        var text = Short(woven)!.Split('\n')[1];
        text = Regex.Replace(text, @"catch\(global::System.Exception __e\)when\(\S+?\.Note\(__e,(\w+),1,1\)\)\{throw;\}", "catch($1)");
        text = Regex.Replace(text, @"__place\d+", "_").Replace("global::FlowKernel.CSharp.Weaving.CellPlaces.Statement", "S", StringComparison.Ordinal);
        return Regex.Replace(text, @"(?<==|catch\()\d{4,}", n => $"{(int.Parse(n.Value, CultureInfo.InvariantCulture) >> 12) - 1}:{int.Parse(n.Value, CultureInfo.InvariantCulture) & 0xFFF}");
    }

    private static string? Weave(string code, string path = "") =>
        CancellationWeaving.Weave(Compile(code, path), Notebook.Test)?.Text;

    private static CSharpCompilation Compile(string code, string path) => new SubmissionCompiler(
        new CSharpCellsOptions(), ScriptMetadataResolver.Default, SourceFileResolver.Default)
        .Compile(SubmissionCompiler.Parse(code, path), previous: null);

    private static string? Short(string? woven) => woven?
        .Replace(Owner + "ThrowIfCancelled();", "C", StringComparison.Ordinal)
        .Replace(Owner + "Each(", "Q(", StringComparison.Ordinal)
        .Replace(Owner + "EnterFunction();", "E", StringComparison.Ordinal)
        .Replace(Owner + "EnterCleanUp();", "U", StringComparison.Ordinal)
        .Replace(Owner + "EnterAsyncCleanUp();", "V", StringComparison.Ordinal)
        .Replace(Owner + "EnterAsyncFunction();", "A", StringComparison.Ordinal);
}
