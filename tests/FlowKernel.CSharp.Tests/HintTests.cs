using FlowKernel.Diagnostics;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests;

public sealed class HintTests
{
    [Theory]
    [InlineData("class Row { public int Count; int unused; }")]
    [InlineData("int unused = 1;")]
    [InlineData("string text = null;")]
    public async Task WhatALaterCellMayUseIsNoWarning(string code) =>
        Assert.Empty((await new Notebook().Run(code)).Diagnostics);

    [Theory]
    [InlineData("async Task F() => await Task.Yield();\nF();", "CS4014")]
    [InlineData("[Obsolete(\"Use G.\")] void F() { }\nF();", "CS0618")]
    public async Task WhatIsProbablyNotMeantIsAWarning(string code, string id)
    {
        var outcome = await new Notebook().Run(code);
        Assert.Equal((id, Severity.Warning), (outcome.Diagnostics[0].Code, outcome.Diagnostics[0].Severity));
    }

    [Theory]
    [InlineData("int x = x + 1;", 8)]
    [InlineData("int y = 1, x = Math.Abs(x);", 24)]
    public async Task AVariableThatReadsItselfIsNotThatOfAnEarlierCell(string code, int place)
    {
        var notebook = new Notebook();
        await notebook.ValueOf("var x = 5;");
        var warning = Assert.Single((await notebook.Run(code)).Diagnostics);
        Assert.Equal(("FK1030", Severity.Warning, place), (warning.Code, warning.Severity, warning.Span.Start));
        Assert.EndsWith("leave out the type: x = ...;", warning.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Func<int, int> f = n => n < 2 ? 1 : f(n - 1);")]
    [InlineData("var x = new { x = 1 };")]
    [InlineData("string Length = \"abc\".Length.ToString();")]
    public async Task OtherUsesOfItsNameAreFine(string code) =>
        Assert.Empty((await new Notebook().Run(code)).Diagnostics);

    [Fact]
    public async Task VarThatReadsAnEarlierCellsVariableOfTheSameNameIsToldTheWayOut()
    {
        var notebook = new Notebook();
        await notebook.ValueOf("var x = 5;");
        Assert.Equal(
            "To change the variable of an earlier cell, leave out 'var'.",
            (await notebook.Run("var x = x + 1;")).Diagnostics[0].Hint);
    }

    [Fact]
    public async Task AMistakeAtTheVeryStartHasAPlace() =>
        Assert.Equal(1, (await new Notebook().ErrorOf("\"unterminated")).Span.Length);

    [Theory]
    [InlineData("using System.Text\nvar x = 1;", "CS1002")]
    [InlineData("{ using var ms = new MemoryStream(); }\nundefined", "CS0103")]
    public async Task OtherUsingsAreNotTakenForDeclarations(string code, string id) =>
        Assert.Equal(id, (await new Notebook().ErrorOf(code)).Code);

    [Theory]
    [InlineData("record Thing(int A); var thing = new Thing(1);", "record Thing(int A);", "thing = new Thing(2);")]
    [InlineData("record Thing(int A); var things = new List<Thing>();", "record Thing(int B);", "things.Add(new Thing(2));")]
    public async Task TypesOfTheSameNameAreToldApartWithoutNamesOfOurs(string first, string second, string third)
    {
        var notebook = new Notebook();
        await notebook.ValueOf(first);
        await notebook.ValueOf(second);
        var error = await notebook.ErrorOf(third);
        Assert.Contains("'Thing'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" [", error.Message, StringComparison.Ordinal);
        Assert.Equal("The type was declared again since: run the cells anew that made values of the earlier one.", error.Hint);
    }

    [Fact]
    public async Task WarningsAreToldBeforeTheCodeRuns()
    {
        var warned = new List<string>();
        var code = new CellCode("[Obsolete(\"Use G.\")] void F() => throw new InvalidOperationException(); F();")
        {
            Warn = found => warned.AddRange(found.Select(d => d.Code)),
        };
        await Assert.ThrowsAnyAsync<Exception>(() => new Notebook().Run(code));
        Assert.Equal(["CS0618"], warned);
    }

    [Fact]
    public async Task TheCompilersGuessIsLeftToTheHint() => Assert.Equal(
        "The type or namespace name 'Regx' could not be found", (await new Notebook().ErrorOf("Regx r;")).Message);

    [Theory]
    [InlineData("1 + 1;", "CS0201",
        "Only assignment, call, increment, decrement, await, and new object expressions can be used as a statement",
        "To show a value, leave out the semicolon after the last expression.")]
    [InlineData("namespace A { }", "CS7021", "Cannot declare namespace in script code",
        "Declare the types without a namespace.")]
    [InlineData("using var ms = new MemoryStream(); ms.Length", "FK1017",
        "A cell's variables live on after it, so 'using' has no end of a scope to dispose of one at.",
        "Write 'var ms = ...;' and ms.Dispose() where it is done with, or 'using (var ms = ...) { ... }'.")]
    [InlineData("int x = 1; int x = 2;", "CS0102", "The cell already contains a definition for 'x'", null)]
    [InlineData("#r nuget: Some.Package\n1", "CS7010", "Quoted file name expected",
        "Write it in double quotes, as in #r \"nuget: Newtonsoft.Json\" or #load \"helpers.csx\".")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"\n1", "FK1011", "Packages cannot be restored here.",
        "Give the path of the package's .dll to #r.")]
    public async Task AMessageSpeaksOfCells(string code, string id, string message, string? hint)
    {
        var error = await new Notebook().ErrorOf(code);
        Assert.Equal((id, message, hint), (error.Code, error.Message, error.Hint));
    }
}
