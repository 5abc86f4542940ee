using FlowKernel.Notebook.Cells;
using FlowKernel.Text;

namespace FlowKernel.Tests.Notebook.Cells;

public sealed class CellSplitterTests
{
    [Theory]
    [InlineData("1 + 1", "CSharp[1 + 1]")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    [InlineData("#!flowlogs\nT | take 1", "Kql{#!flowlogs}[T | take 1]")]
    [InlineData("\n  #!kql --name x\nT", "Kql{#!kql --name x}[T]")]
    [InlineData("#!flowlogs --name x\n#!flowlogs --last 7d\nT", "Kql{#!flowlogs --name x,#!flowlogs --last 7d}[T]")]
    [InlineData("#!flowlogs\nA\n#!flowlogs\nB", "Kql{#!flowlogs}[A|] Kql{#!flowlogs}[B]")]
    [InlineData("#!flowlogs connect sample", "Command{#!flowlogs connect sample}[]")]
    [InlineData("#!flowlogs connect sample\n#!flowlogs\nT", "Command{#!flowlogs connect sample}[] Kql{#!flowlogs}[T]")]
    [InlineData("#!flowlogs connect sample\nT | count", "Command{#!flowlogs connect sample}[] Kql[T | count]")]
    [InlineData("#!flowlogs help\n#!csharp\nvar x = 1;", "Command{#!flowlogs help}[] CSharp[var x = 1;]")]
    [InlineData("var x = 1;\n#!flowlogs --param x\nT\n#!csharp\nx",
        "CSharp[var x = 1;|] Kql{#!flowlogs --param x}[T|] CSharp[x]")]
    [InlineData("#!csharp\r\nx\r\n#!kql\r\nT", "CSharp[x|] Kql{#!kql}[T]")]
    [InlineData("#!flowlogs\nprint 'it is\n#!csharp\nx", "Kql{#!flowlogs}[print 'it is|] CSharp[x]")]
    [InlineData("#!/usr/bin/env dotnet\n1", "CSharp[#!/usr/bin/env dotnet|1]")]
    public void ACellIsTakenApartAtDirectiveLines(string cell, string expected) =>
        Assert.Equal(expected, string.Join(' ', CellSplitter.Split(cell).Segments.Select(Describe)));

    [Theory]
    [InlineData("var s = @\"\n#!flowlogs\n\";")]
    [InlineData("var s = \"\"\"\n#!flowlogs\n\"\"\";")]
    [InlineData("var s = $$\"\"\"\n{{x}}\n#!flowlogs\n\"\"\";")]
    [InlineData("var s = $@\"{F(\"\"\"a\"\"\")}\"\"\n#!flowlogs\n\";")]
    [InlineData("/* '\n#!flowlogs\n*/")]
    public void ADirectiveInsideAStringOrCommentIsText(string cell) =>
        Assert.Equal(CellSegmentKind.CSharp, Assert.Single(CellSplitter.Split(cell).Segments).Kind);

    [Theory]
    [InlineData("var s = \"@\\\"\";")]
    [InlineData("var c = '\"';")]
    [InlineData("// it's a \"")]
    [InlineData("var s = \"\";")]
    [InlineData("var s = @\"\"\"\";")]
    [InlineData("var s = $\"{F(\"{\")} {{ \";")]
    [InlineData("var s = $\"{x\";")]
    [InlineData("var s = \"\"\"a \" b\"\"\";")]
    [InlineData("var s = \"open")]
    [InlineData("#region Bob's")]
    public void ADirectiveAfterAStringOrCommentIsOne(string code) =>
        Assert.Equal(2, CellSplitter.Split(code + "\n#!flowlogs\nT").Segments.Count);

    [Theory]
    [InlineData("x;\n#!flowlog connect", 3, 9, "There is no directive '#!flowlog'.", "Did you mean '#!flowlogs'?")]
    [InlineData("#!pwsh", 0, 6, "There is no directive '#!pwsh'.",
        "Use '#!flowlogs' (or '#!kql') for KQL and '#!csharp' for C#.")]
    public void AnUnknownDirectiveIsNamed(string cell, int start, int length, string message, string hint)
    {
        var problem = Assert.Single(CellSplitter.Split(cell).Diagnostics);
        Assert.Equal(("FK0401", message, hint), (problem.Code, problem.Message, problem.Hint));
        Assert.Equal(new TextSpan(start, length), problem.Span);
    }

    [Fact]
    public void ASegmentKnowsItsPlaceInTheCell()
    {
        const string Cell = "var x = 1;\r\n #!flowlogs --name y\r\nT\r\n| take 1";
        var query = CellSplitter.Split(Cell).Segments[1];
        Assert.Equal(new TextSlice("#!flowlogs --name y", 13, 2), query.Directives[0]);
        Assert.Equal(new TextSlice("T\r\n| take 1", 34, 3), query.Body);
        Assert.Equal(query.Body.Text, Cell.Substring(query.Body.Start, query.Body.Text.Length));
    }

    [Theory]
    [InlineData("x\n#!flowlogs \nT", 1, "x\n")]
    [InlineData("x\n#!flowlogs \nT", 13, "#!flowlogs ")]
    [InlineData("x\n#!flowlogs \nT", 15, "T")]
    [InlineData("#!flowlogs\n", 11, "")]
    [InlineData("#!flowlogs help", 15, "#!flowlogs help")]
    [InlineData("", 0, null)]
    public void AnOffsetFallsIntoALineOrABody(string cell, int offset, string? expected) =>
        Assert.Equal(expected, CellSplitter.Split(cell).At(offset)?.Slice.Text);

    private static string Describe(CellSegment segment)
    {
        var head = string.Join(',', segment.Directives.Select(d => d.Text));
        var body = segment.Body.Text.ReplaceLineEndings("|");
        return segment.Kind + (head.Length == 0 ? "" : $"{{{head}}}") + $"[{body}]";
    }
}
