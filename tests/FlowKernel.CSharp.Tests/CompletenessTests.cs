using FlowKernel.Session;

namespace FlowKernel.CSharp.Tests;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData("1 + 1", Completeness.Complete)]
    [InlineData("var x = 1;", Completeness.Complete)]
    [InlineData("", Completeness.Complete)]
    [InlineData("if (true) {", Completeness.Incomplete)]
    [InlineData("1 +", Completeness.Incomplete)]
    [InlineData("var s = @\"open", Completeness.Incomplete)]
    [InlineData("var s = \"\"\"\nopen", Completeness.Incomplete)]
    [InlineData("/* open", Completeness.Incomplete)]
    [InlineData("var x = ;", Completeness.Invalid)]
    [InlineData("var s = \"open", Completeness.Invalid)]
    [InlineData("foo(]", Completeness.Invalid)]
    [InlineData("f)", Completeness.Invalid)]
    [InlineData("foo( // and", Completeness.Incomplete)]
    [InlineData("if (x) {\n  y();\n", Completeness.Incomplete)]
    [InlineData("var s = $\"\"\"\nopen {1}", Completeness.Incomplete)]
    [InlineData("\"\"\"\nopen", Completeness.Incomplete)]
    [InlineData("@\"open", Completeness.Incomplete)]
    [InlineData("Flow.Query(\"\"\"\n  NTANetAnalytics", Completeness.Incomplete)]
    [InlineData("class A { int X", Completeness.Incomplete)]
    [InlineData("var q = from x in xs", Completeness.Incomplete)]
    [InlineData("foreach (var x in", Completeness.Incomplete)]
    [InlineData("try { F(); }", Completeness.Incomplete)]
    [InlineData("try { F(); } // and\n", Completeness.Incomplete)]
    [InlineData("try { F(); } catch { }", Completeness.Complete)]
    [InlineData("try { F(); } G();", Completeness.Invalid)]
    public void TextIsCompleteIncompleteOrInvalid(string code, Completeness expected) =>
        Assert.Equal(expected, new Notebook().Cells.CompletenessOf(code));
}
