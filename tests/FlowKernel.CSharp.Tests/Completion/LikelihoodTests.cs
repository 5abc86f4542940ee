using FlowKernel.Notebook.Kernel;

namespace FlowKernel.CSharp.Tests.Completion;

/// <summary>The likely proposals come first.</summary>
public sealed class LikelihoodTests
{
    private const string Mode = "enum Mode { Fast, Slow }\nclass Opt { public Mode Mode; }\nvar o = new Opt();\n"
        + "void Make(int n, Mode mode) { }\nvoid Go(string s) { }\nvar ip = \"10.0.0.1\";\n";

    private readonly Notebook _notebook = new(new CSharpCellsOptions
    {
        Usings = [.. CSharpCellsOptions.DefaultUsings, "FlowKernel.Session"],
        GlobalsType = typeof(NotebookGlobals),
        Globals = new NotebookGlobals(null!, _ => null),
    });

    [Fact]
    public async Task WhatInvestigatorsCallOnSequencesComesFirst()
    {
        await _notebook.Cells.KeepAsync("flows", Typed.Results.Bytes(1L), Notebook.Test);
        var inserts = (await _notebook.CompleteAsync("flows.|")).Inserts();
        Assert.Equal(["Where", "Select", "OrderByDescending", "GroupBy", "First", "Take", "Count", "Sum"], inserts.Take(8));
        Assert.All(
            (string[])["Any", "ToList", "Distinct", "Max", "Chart", "WithIpDetails", "Columns", "Table"],
            name => Assert.InRange(inserts.ToList().IndexOf(name), 8, 30));
        Assert.True(inserts.ToList().IndexOf("Chart") < inserts.ToList().IndexOf("Aggregate"));
        Assert.Equal(["Equals", "GetHashCode", "GetType", "ToString"], inserts.TakeLast(4).Order());
    }

    [Theory]
    [InlineData("new List<int>().|", "Where")]
    [InlineData("new[] { 1 }.Select(n => n).|", "Where")]
    [InlineData("new List<int>().S|", "Select")]
    [InlineData("\"\".|", "Length")]
    [InlineData("int n = new List<int>().|", "Count")]
    [InlineData("bool b = new List<int>().|", "Any")]
    public async Task OnASequenceTheMostUsedComesFirst(string code, string first) =>
        Assert.Equal(first, (await _notebook.CompleteAsync(code)).Inserts()[0]);

    [Fact]
    public async Task ARecordsColumnsComeBeforeWhatEverythingHas()
    {
        await _notebook.Cells.KeepAsync("flows", Typed.Results.Bytes(1L), Notebook.Test);
        Assert.Equal(
            ["Bytes", "Ip", "Equals", "GetHashCode", "GetType", "ToString"],
            (await _notebook.CompleteAsync("flows.Where(f => f.|")).Inserts());
    }

    [Theory]
    [InlineData("ip.|", "Length", "Contains", "StartsWith", "EndsWith", "Split")]
    [InlineData("ip.T|", "Trim", "ToLowerInvariant", "ToUpperInvariant")]
    [InlineData("string.|", "Join", "IsNullOrEmpty", "Format")]
    [InlineData("1.|", "ToString", "CompareTo")]
    [InlineData("Console.|", "WriteLine", "Write", "ReadLine")]
    [InlineData("TimeSpan.|", "FromDays", "FromHours")]
    [InlineData("DateTime.UtcNow.|", "Date", "AddDays")]
    [InlineData("Flow.|", "Query", "Recipes", "Table", "Keep")]
    public async Task OnWhatIsNoSequenceTheMostUsedComesFirst(string code, params string[] first) =>
        Assert.Equal(first, (await _notebook.CompleteAsync(Mode + code)).Inserts().Take(first.Length));

    [Fact]
    public async Task WhatLinqAddsToATextComesAfterWhatItHas()
    {
        var inserts = (await _notebook.CompleteAsync("\"\".|")).Inserts().ToList();
        Assert.True(inserts.IndexOf("TrimStart") < inserts.IndexOf("Aggregate"));
        Assert.True(inserts.IndexOf("Aggregate") < inserts.IndexOf("GetHashCode"));
    }

    [Theory]
    [InlineData("Mode m = |")]
    [InlineData("o.Mode = |")]
    [InlineData("Make(1, |")]
    [InlineData("Make(mode: |)")]
    [InlineData("switch (o.Mode) { case |")]
    [InlineData("switch (o.Mode) { case Mode.Slow: break; case | }")]
    [InlineData("if (o.Mode == |")]
    [InlineData("var p = new Opt { Mode = | }")]
    public async Task TheValuesOfTheExpectedEnumComeFirst(string code) => Assert.Equal(
        ["Mode.Fast", "Mode.Slow"], (await _notebook.CompleteAsync(Mode + code)).Inserts().Take(2));

    [Theory]
    [InlineData("DayOfWeek d = |", "DayOfWeek.Sunday")]
    [InlineData("DayOfWeek d = Mon|", "DayOfWeek.Monday")]
    [InlineData("int.TryParse(ip, out |", "var")]
    [InlineData("int.TryParse(ip, out |)", "var")]
    [InlineData("foreach (|", "var")]
    [InlineData("bool b = |", "false")]
    [InlineData("string s = |", "ip")]
    [InlineData("Go(|", "ip")]
    public async Task WhatThePlaceAsksForComesFirst(string code, string first) =>
        Assert.Equal(first, (await _notebook.CompleteAsync(Mode + code)).Inserts()[0]);

    [Theory]
    [InlineData("string s = |")]
    [InlineData("Go(|")]
    [InlineData("|")]
    public async Task WhatTheCellItselfInheritsComesAfterAllThatIsNotHidden(string code)
    {
        var inserts = (await _notebook.CompleteAsync(Mode + code)).Inserts();
        Assert.DoesNotContain("ToString", inserts.Take(300));
        Assert.DoesNotContain("Equals", inserts.Take(300));
    }

    [Theory]
    [InlineData("Mode mine = |", false)]
    [InlineData("var mine = Math.Max(1, |", false)]
    [InlineData("Func<int, int> mine = n => |", true)]
    [InlineData("var mine = 1; var other = |", true)]
    public async Task AVariableIsNotProposedForItsOwnInitialValue(string code, bool proposed) =>
        Assert.Equal(proposed, (await _notebook.CompleteAsync(Mode + code)).Inserts().Contains("mine"));
}
