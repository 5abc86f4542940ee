using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Kql;

public sealed class InterpolationTests
{
    private const string Quotes = "\"\"\"";
    private readonly WordKql _kql = new();
    private readonly Notebook _notebook;

    public InterpolationTests() =>
        _notebook = new Notebook(new CSharpCellsOptions { Globals = new Queries(), Kql = _kql });

    [Theory]
    [InlineData("Query($\"T | where a == {1 + 1} and [bad]\")")]
    [InlineData("Query($\"T | where a == {1} \\t{{}} [bad]\")")]
    [InlineData("Query($@\"T {1}\n \"\"q\"\" {{ [bad]\")")]
    [InlineData("Query(@$\"T {1}\n [bad]\")")]
    [InlineData("Query($" + Quotes + "T {1} [bad]" + Quotes + ")")]
    [InlineData("Query($$" + Quotes + "T { {{1}} [bad]" + Quotes + ")")]
    [InlineData("Query($" + Quotes + "\n    T\n\n    | where a == {1}\n      and [bad]\n    " + Quotes + ")")]
    [InlineData("Query($$" + Quotes + "\r\n    T {{1}} b\r\n    [bad]\r\n    " + Quotes + ")")]
    [InlineData("Query($\"T {1}\" + $\" | [bad]\")")]
    [InlineData("const string t = \"T\"; Query($\"{t} | [bad]\")")]
    [InlineData("const string t = \"T | [bad]\"; Query($\"{t} | x\")")]
    [InlineData("Query(true ? \"T | [bad]\" : \"other\")")]
    public async Task AMistakeInAnInterpolatedStringIsFoundAtItsPlace(string marked)
    {
        var start = marked.IndexOf("[bad]", StringComparison.Ordinal);
        var error = await _notebook.ErrorOf(marked.Replace("[bad]", "bad", StringComparison.Ordinal));
        Assert.Equal(("KS1", new TextSpan(start, 3)), (error.Code, error.Span));
    }

    [Theory]
    [InlineData("int z = \"a\"; Query(\"T | bad\");", "CS0029", "KS1")]
    [InlineData("int z = \"a\"; var n = 1; Query($\"T {n} | bad\");", "CS0029", "KS1")]
    [InlineData("Query($\"T {nope} | bad\");", "CS0103")]
    public async Task KqlIsCheckedBesideMistakesOfTheCSharpWhereItsHolesAreKnown(string code, params string[] codes) =>
        Assert.Equal(codes, (await _notebook.Run(code)).Diagnostics.Select(d => d.Code));

    [Fact]
    public async Task HolesRunAsTypedParameters()
    {
        var query = (Query)(await _notebook.ValueOf(
            "var ip = \"' or 1 == 1\"; int? port = 443; Query($\"T | where a == {ip} and b == {port}\")"))!;
        Assert.Equal("T | where a == __p1 and b == __p2", query.Kql);
        Assert.Equal(new QueryParameter(KqlType.String, "' or 1 == 1"), query.Parameters["__p1"]);
        Assert.Equal(new QueryParameter(KqlType.Int, 443), query.Parameters["__p2"]);
    }

    [Theory]
    [InlineData("const string T0 = \"T | x\";", "$\"{T0} | where a == {ip}\"", "T | x | where a == __p1")]
    [InlineData("static class Saved { public const string Q = \"T\"; }", "$@\"{Saved.Q} | y {ip}\"", "T | y __p1")]
    [InlineData("const string T0 = \"T\";", "$\"{T0} | a {ip}\" + $\" | b {ip}\"", "T | a __p1 | b __p2")]
    [InlineData("const string T0 = \"T\";", "$\"{T0} | a {ip}\" + $\" and b == {T0}\"", "T | a __p1 and b == __p2")]
    [InlineData("const string T0 = \"T\";", "$\"{T0} | a == {T0}\" + $\" and b == {ip}\"", "T | a == __p1 and b == __p2")]
    [InlineData("const string T0 = \"T\";", "$\"{T0}\" + $\" | b == {ip}\"", "T | b == __p1")]
    [InlineData("const string T0 = \"T\";", "($\"{T0} | a == {ip}\") + ($\" and b == {T0}\")", "T | a == __p1 and b == __p2")]
    [InlineData("const string T0 = \"T\";", "$\"{T0} | a == \" + $\"b and {T0}\"", "T | a == b and T")]
    [InlineData("const string T0 = \"T\";", "$$" + Quotes + "{{T0}} | a == {{ip}} and b == {{T0}}" + Quotes, "T | a == __p1 and b == __p2")]
    public async Task AConstantThatAQueryBeginsWithIsItsText(string earlier, string text, string expected)
    {
        await _notebook.Run(earlier + " var ip = 5;");
        var query = (Query)(await _notebook.ValueOf($"Query({text})"))!;
        Assert.Equal(expected, query.Kql);
        Assert.Equal(expected, _kql.Checked[^1].Kql);
        Assert.Equal(_kql.Checked[^1].Parameters.Keys, query.Parameters.Keys);
    }

    [Fact]
    public async Task AVariableThatAQueryBeginsWithIsNone()
    {
        await _notebook.Run("var t = \"T\"; var ip = 5;");
        Assert.Equal("FK1207", (await _notebook.ErrorOf("Query($\"{t} | where a == {ip}\")")).Code);
    }

    [Fact]
    public async Task HolesAreCheckedAsTypedParameters()
    {
        await _notebook.Run("var since = TimeSpan.FromDays(1); var ports = new List<int> { 1 };");
        await _notebook.Run("Query($\"T | where a > ago({since}) and b in ({ports}) | take {5L}\")");
        var request = _kql.Checked[^1];
        Assert.Equal("T | where a > ago(__p1) and b in (__p2) | take __p3", request.Kql);
        Assert.Equal(
            [("__p1", KqlType.TimeSpan), ("__p2", KqlType.Dynamic), ("__p3", KqlType.Long)],
            request.Parameters.Select(p => (p.Key, p.Value.Type)));
    }

    [Theory]
    [InlineData("Query($\"T | where a == {[1]:F2}\")", "FK1201")]
    [InlineData("Query($\"T | where a == {[1],5}\")", "FK1201")]
    [InlineData("Query($\"T | where a == '{[1]}'\")", "FK1202")]
    [InlineData("Query($\"T | where a == \\\"x {[1]} y\\\"\")", "FK1202")]
    [InlineData("Query($\"T | where a > ago({[1]}d)\")", "FK1203")]
    [InlineData("Query($\"T_{[1]} | take 5\")", "FK1203")]
    [InlineData("Query($\"T | extend {[1]} = 2\")", "FK1210")]
    [InlineData("Query($\"T | where a > datetime({[1]})\")", "FK1211")]
    [InlineData("Query($\"T | where a in (dynamic({[1]}))\")", "FK1211")]
    [InlineData("Query($\"union {[1]}\")", "FK1207")]
    [InlineData("Query($\"T | where a == {[new System.IO.MemoryStream()]}\")", "FK1204")]
    [InlineData("Query(\"T | where a == s\", new { [s = new System.IO.MemoryStream()] })", "FK1209")]
    public async Task AHoleThatCannotBeAParameterIsAMistakeAtTheHole(string marked, string code)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var length = marked.LastIndexOf(']') - start - 1;
        var error = await _notebook.ErrorOf(marked.Remove(start + 1 + length, 1).Remove(start, 1));
        Assert.Equal((code, new TextSpan(start, length)), (error.Code, error.Span));
        Assert.NotNull(error.Hint);
    }

    [Theory]
    [InlineData("Query($\"T | summarize count() by {[x]}\")", "FK1205")]
    [InlineData("Query($\"T | top 5 by {[x]} desc\")", "FK1205")]
    [InlineData("Query($\"T | distinct {[x]}\")", "FK1205")]
    [InlineData("Pasted($\"T | where a == {[x]}\")", "FK1206")]
    [InlineData("Query(x == null ? \"T\" : $\"T | where a == {[x]}\")", "FK1206", "Name the value in the query's text and hand it over beside it: new { x }.")]
    [InlineData("const string Base = \"T\"; Query(Base + $\" | where a == {[x]}\")", "FK1206", "Name the value in the query's text and hand it over beside it: new { x }.")]
    [InlineData("Query(\"T | where a == ip\", new { ip = 1, [port = 2] })", "FK1208")]
    public async Task WhatRunsButIsHardlyMeantIsAWarning(string marked, string code, string? hint = null)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var length = marked.IndexOf(']', StringComparison.Ordinal) - start - 1;
        await _notebook.Run("var x = \"SrcIp\";");
        var outcome = await _notebook.Run(marked.Remove(start + 1 + length, 1).Remove(start, 1));
        Assert.True(outcome.Succeeded);
        var warning = Assert.Single(outcome.Diagnostics);
        Assert.Equal((code, new TextSpan(start, length)), (warning.Code, warning.Span));
        Assert.Equal(hint ?? warning.Hint, warning.Hint);
    }

    [Theory]
    [InlineData("Query($\"T | where a == {1} // '{2}x'\\n| take 3\")")]
    [InlineData("Query($\"T | summarize x = count() by bin(a, {1})\")")]
    [InlineData("Query($\"T | where a == 'it' and b == {1}\")")]
    [InlineData("Query($\"T | where a == ```x\\n\\\" ``` and b == {1}\")")]
    [InlineData("Query($\"T | extend a = {1}, b={2}\")")]
    [InlineData("Query($\"T | where {1} == a and {2} =~ b and c in (int(1), {3}) and d > ago(time(1d) + {4})\")")]
    public async Task HolesWhereValuesStandAreRight(string code)
    {
        var outcome = await _notebook.Run(code);
        Assert.True(outcome.Succeeded);
        Assert.Empty(outcome.Diagnostics);
    }

    [Theory]
    [InlineData("Query($\"T | where a == {1} | wh¦")]
    [InlineData("Query($\"T | where a == {1} | wh¦\")")]
    [InlineData("Query($\"T | where a == {1} | wh¦ {2}\").On(\"x\")")]
    [InlineData("Query($" + Quotes + "\n  T {1}\n  | wh¦\n  " + Quotes + ")")]
    [InlineData("Query(\"T | wh¦")]
    [InlineData("Query(" + Quotes + "\n    T | wh¦")]
    [InlineData("var q = /* lang=kql */ \"T | wh¦\";")]
    [InlineData("const string q = \"T | wh¦\"; Query(q)")]
    public async Task CompletionInsideAStringIsKqlAlsoWhileItIsWritten(string marked)
    {
        var at = marked.IndexOf('¦', StringComparison.Ordinal);
        var list = await _notebook.Cells.CompleteAsync(marked.Remove(at, 1), at, Notebook.Test);
        Assert.Equal("where", Assert.Single(list.Items).Label);
        Assert.Equal(new TextSpan(at - 2, 2), list.Replace);
    }

    [Theory]
    [InlineData("var address = 1; Query($\"T | where a == {addr¦}\")")]
    [InlineData("var address = 1; Query($\"T | where a == {addr¦")]
    public async Task CompletionInsideAHoleIsCSharp(string marked)
    {
        var at = marked.IndexOf('¦', StringComparison.Ordinal);
        var list = await _notebook.Cells.CompleteAsync(marked.Remove(at, 1), at, Notebook.Test);
        Assert.Contains(list.Items, i => i.Label == "address");
    }
}
