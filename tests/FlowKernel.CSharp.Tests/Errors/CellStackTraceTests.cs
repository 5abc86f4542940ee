using FlowKernel.CSharp.Errors;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel.Errors;
using FlowKernel.Results;

namespace FlowKernel.CSharp.Tests.Errors;

/// <summary>The running cell's statement is one for the process, so no other cell may run meanwhile.</summary>
[CollectionDefinition(nameof(CellStackTraceTests), DisableParallelization = true)]
[Collection(nameof(CellStackTraceTests))]
public sealed class CellStackTraceTests
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("var a = 1;\nthrow new Exception();", 2)]
    [InlineData("\n\nawait Task.Yield();\n\nint.Parse(\"x\")", 5)]
    [InlineData("foreach (var i in new[] { 1 })\n    new int[0].First();", 2)]
    [InlineData("foreach (var i in new[] { 1 })\n{\n    new int[0].First();\n}", 3)]
    [InlineData("foreach (var i in new[] { 1 })\n{\n    var y = new int[0].First();\n}", 3)]
    [InlineData("foreach (var i in new List<int> { 1 })\n{\n    var y = 1 / (i - 1);\n}", 3)]
    [InlineData("for (var i = 0; i < 1; i++)\n{\n    var y = 1 / i;\n}", 3)]
    [InlineData("void F()\n{\nfor (var i = 0; i < 1; i++)\n{\n    var y = 1 / i;\n}\n}\nF();", 5)]
    [InlineData("if (1 > 0)\n    new int[0].First();", 2)]
    [InlineData("int F(int n)\n{\n    return 1 / n;\n}\nF(0)", 3)]
    [InlineData("Func<int, int> f = n =>\n    1 / n;\nf(0)", 2)]
    [InlineData("var q = from n in new[] { 1, 2 }\n    where 10 / (n - 2) > 0\n    select n;\n\nq.ToList()", 2)]
    [InlineData("var q = from n in new[] { 1, 2 }\n    let m = int.Parse(\"x\" + n)\n    orderby m\n    select m;\nforeach (var x in q)\n{\n}", 2)]
    public async Task TheLineOfTheTopmostUserFrameIsFound(string code, int line) =>
        Assert.Equal(line, CellStackTrace.UserLine(await Thrown(code)));

    // The column in the text that the user wrote, not in the one with checks woven in.
    [Theory]
    [InlineData("var x = 0; var y = 1 / x;", 20)]
    [InlineData("int F(int n) => 10 / n; F(0)", 17)]
    [InlineData("int F(int n) { return 10 / n; } F(0)", 16)]
    [InlineData("for (var i = 0; ; i++) { var y = 1 / i; }", 26)]
    [InlineData("await Task.Yield(); throw new Exception();", 21)]
    [InlineData("Func<int, int> f = n => 1 / n; f(0)", 25)]
    [InlineData("foreach (var i in new[] { 0 }) Console.Write(1 / i);", 32)]
    public async Task TheColumnOfTheStatementIsFound(string code, int column) =>
        Assert.Equal(column, CellStackTrace.UserPlace(await Thrown(code))?.Column);

    // A cell that declares a name again is compiled by the JIT at once to optimised code, in which a check that comes
    // from a library's code in line, and the check of an index, have no line of their own.
    [Theory]
    [InlineData("int F(List<int> l)\n{\n    var n = 5;\n    return l[n];\n}\nF([])", 4)]
    [InlineData("int F(int[] a)\n{\n    var n = 5;\n    return a[n];\n}\nF([])", 4)]
    [InlineData("int F(int? n)\n{\n    if (n is null)\n        return n.Value;\n    return 1;\n}\nF(null)", 4)]
    [InlineData("int F(int[] a)\n{\n    checked\n    {\n        a[0] += int.MaxValue;\n    }\n    return 1;\n}\nF([1])", 5)]
    [InlineData("int F(List<int> l)\n{\n    try\n    {\n        return l[0];\n    }\n    finally\n    {\n        l.Clear();\n    }\n}\nF([])", 5)]
    [InlineData("int F(int n, int[] a)\n{\n    if (n == 0)\n        return 0;\n    var inner = F(n - 1, a);\n    return inner\n        + a[n];\n}\nF(1, [])", 6)]
    [InlineData("int F(List<int> l) =>\n    l.First();\nF([])", 2)]
    [InlineData("Func<List<int>, int> f = l =>\n{\n    var n = 1;\n    return l[n];\n};\nf([])", 4)]
    [InlineData("var f = new[] { 1 }.Select(n =>\n    new List<int>()[n]);\nf.ToList()", 2)]
    [InlineData("async Task<int> F(List<int> l)\n{\n    await Task.Yield();\n    return l[0];\n}\nawait F([])", 4)]
    [InlineData("class P\n{\n    public int this[int i]\n    {\n        get\n        {\n            return new List<int>()[i];\n        }\n    }\n}\nnew P()[2]", 7)]
    [InlineData("var l = new List<int>();\nfor (var i = 0; i < 3; i++)\n{\n    if (i == 2)\n        l[i] = 1;\n}", 5)]
    [InlineData("var a = new int[2];\nvar i = 0;\nwhile (a[i] < 3)\n{\n    i++;\n    a[1] = 0;\n}", 3)]
    [InlineData("var a = new int[2];\nfor (var i = 0; ; a[i]++)\n{\n    i = 2;\n}", 2)]
    [InlineData("var a = new int[2];\nforeach (var i in a)\n{\n}\n\nnew List<int>()[0]", 6)]
    [InlineData("var l = new List<int>();\ndo\n    l.Add(1);\nwhile (l[l.Count] == 0);", 4)]
    public async Task OptimisedCodeKeepsItsLines(string code, int line)
    {
        Assert.Equal(line, CellStackTrace.UserLine(await Thrown(code)));
        Assert.Equal(line, CellStackTrace.UserLine(await Thrown(code)));
    }

    [Fact]
    public async Task WhatUserCodeThrowsIsNotOurFault()
    {
        Assert.False(CellStackTrace.Fault(await Thrown("throw new NullReferenceException();")).IsOurs);
        Assert.False(CellStackTrace.Fault(await Thrown("new int[0].First();")).IsOurs);
        Assert.False(CellStackTrace.Fault(await Thrown("int F(int n) => F(n + 1) + 1; F(0)")).IsOurs);
        Assert.False(CellStackTrace.Fault(await Thrown("new FlowKernel.Results.DynamicValue(null).Element")).IsOurs);
    }

    [Fact]
    public async Task WhatOurCodeTripsOverIsOurFault()
    {
        var tripped = Record.Exception(() => ((KqlType)99).Name());
        Assert.True(CellStackTrace.Fault(tripped!).IsOurs);
        const string Call = "FlowKernel.Results.KqlTable.FromRows(null, [])";
        Assert.True(CellStackTrace.Fault(await Thrown(Call)).IsOurs);
    }

    [Theory]
    [InlineData("new FlowKernel.Results.ColumnVector<int>([1])[5]")]
    [InlineData("FlowKernel.Results.ColumnVectors.ValueOrNull(new FlowKernel.Results.ColumnVector<int>([1]), 5)")]
    [InlineData("FlowKernel.Results.KqlTypes.Name((FlowKernel.Results.KqlType)99)")]
    public async Task AnIndexThatDoesNotExistIsItsUsersMistake(string code) =>
        Assert.False(CellStackTrace.Fault(await Thrown(code)).IsOurs);

    [Fact]
    public void BrokenDisksAndInterruptsAreNobodysFault()
    {
        Assert.False(Blame.IsOurs(new IOException("disk"), []));
        Assert.False(Blame.IsOurs(new OperationCanceledException(), []));
    }

    [Fact]
    public async Task AFunctionOfAnEarlierCellIsNamedWithItsCell()
    {
        await _notebook.Run(new CellCode("\nint Inverse(int n) => 1 / n;", 3));
        var thrown = await Thrown(new CellCode("var x = 0;\nInverse(x)", 4, FirstLine: 10));
        Assert.Equal(new CellPlace(3, 2, 23), CellStackTrace.UserPlace(thrown));
        Assert.Equal(["at Inverse, cell 3, line 2", "at cell 4, line 11"], CellStackTrace.Trimmed(thrown));
    }

    [Theory]
    [InlineData("await Task.Run(async () =>\n{\n    await Task.Yield();\n    throw new Exception();\n});", "at the cell, line 4, at the cell, line 1")]
    [InlineData("async Task Go()\n{\n    async Task Inner() { await Task.Yield(); throw new Exception(); }\n    await Inner();\n}\nawait Go();", "at Inner, the cell, line 3, at Go, the cell, line 4, at the cell, line 6")]
    [InlineData("async Task Go() =>\n    await Task.Run(async () => { await Task.Yield(); throw new Exception(); });\nawait Go();", "at Go, the cell, line 2 (2 times), at the cell, line 3")]
    public async Task FunctionsWithoutANameHaveTheNameOfTheirFunction(string code, string stack) =>
        Assert.Equal(stack, string.Join(", ", CellStackTrace.Fault(await Thrown(code)).Stack));

    [Fact]
    public async Task OnlyTheUsersOwnFramesAreTold()
    {
        const string Code = "async Task Go()\n{\n    await Task.Yield();\n    new int[0].Max();\n}\nawait Go();";
        var thrown = await Thrown(new CellCode(Code, 1));
        var trimmed = CellStackTrace.Trimmed(thrown);
        Assert.Equal(["at Go, cell 1, line 4", "at cell 1, line 6"], trimmed);
    }

    [Fact]
    public async Task CallsOfAFunctionByItselfAreOneLine()
    {
        var thrown = await Thrown(new CellCode("int F(int n) => n == 0 ? 1 / n : F(n - 1) + 1;\nF(3)", 1));
        Assert.Equal(["at F, cell 1, line 1 (4 times)", "at cell 1, line 2"], CellStackTrace.Trimmed(thrown));
    }

    private Task<Exception> Thrown(CellCode code) =>
        Record.ExceptionAsync(() => _notebook.Cells.RunAsync(code, _notebook.Output, Notebook.Test)).AsTask()!;
}
