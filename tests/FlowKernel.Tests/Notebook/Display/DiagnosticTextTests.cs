using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Text;

namespace FlowKernel.Tests.Notebook.Display;

public class DiagnosticTextTests
{
    private static readonly SourceText Query = new("NTANetAnalytics\n| where DestIpp == \"10.1.1.8\"");

    private static readonly Diagnostic Misspelt = new(
        "KS142", "The name 'DestIpp' does not refer to any known column.", new TextSpan(24, 7), "Did you mean DestIp?");

    [Fact]
    public void TheUsersLineIsShownWithTheSpanMarked() => Assert.Equal(
        """
        error KS142: The name 'DestIpp' does not refer to any known column.
          at cell 3, line 2, column 9
          2 | | where DestIpp == "10.1.1.8"
            |         ^^^^^^^
          Did you mean DestIp?
        """.ReplaceLineEndings("\n"),
        DiagnosticText.Render([Misspelt], Query, label: "cell 3"));

    [Fact]
    public void TheLineOffsetIsAddedToLineNumbers() => Assert.Contains(
        "\n  at flows.kql, line 12, column 9\n  12 | | where DestIpp",
        DiagnosticText.Render([Misspelt], Query, label: "flows.kql", lineOffset: 10), StringComparison.Ordinal);

    [Fact]
    public void OfManyMistakesTheFirstAreShownAndTheRestCounted()
    {
        var text = DiagnosticText.RenderFirst([.. Enumerable.Repeat(Misspelt, 8)], Query);
        Assert.Equal(5, text.Split("error KS142").Length - 1);
        Assert.EndsWith("\n\nand 3 more", text, StringComparison.Ordinal);
        Assert.DoesNotContain("more", DiagnosticText.RenderFirst([Misspelt], Query), StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakeInAnotherFileShowsThatFilesLine()
    {
        var file = new SourceFile("/notebook/lib.csx", new SourceText("int F() => 1;\nint G() => missing;"));
        var found = new Diagnostic("CS0103", "Not there.", new TextSpan(25, 7)) { File = file };
        Assert.Equal(
            """
            error CS0103: Not there.
              at /notebook/lib.csx, line 2, column 12
              2 | int G() => missing;
                |            ^^^^^^^
            """.ReplaceLineEndings("\n"),
            DiagnosticText.Render([found.Shift(100)], Query, label: "cell 3", lineOffset: 10));
    }

    [Fact]
    public void ADiagnosticWithoutPlaceShowsNoLine() => Assert.Equal(
        "error FK0201: There is no folder data.\n  Name an existing folder.",
        DiagnosticText.Render([new("FK0201", "There is no folder data.", default, "Name an existing folder.")], Query));

    [Fact]
    public void AnEmptySpanAtTheEndGetsOneCaret() => Assert.EndsWith(
        "\n  2 | | where\n    |        ^",
        DiagnosticText.Render([new("KS006", "Missing expression", new TextSpan(9, 0))], new SourceText("T\n| where")),
        StringComparison.Ordinal);

    [Fact]
    public void ASpanOverSeveralLinesIsMarkedOnItsFirst() => Assert.EndsWith(
        "\n  1 | T | join (\n    |     ^^^^^^",
        Rendered("T | join (\nU) on A | take 5", new TextSpan(4, 20)),
        StringComparison.Ordinal);

    [Fact]
    public void ALongLineIsCutToAWindowAroundTheSpan()
    {
        var source = new SourceText(new string('a', 400) + "BAD" + new string('b', 400));
        var lines = DiagnosticText.Render([new("FK0101", "x", new TextSpan(400, 3))], source).Split('\n');
        Assert.True(lines[2].Length < 140);
        Assert.Equal("BAD", lines[2].Substring(lines[3].IndexOf('^', StringComparison.Ordinal), 3));
        Assert.EndsWith("^^^", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void CaretsStayUnderWideCharactersAndTabs()
    {
        var lines = Rendered("\t東京=ab", new TextSpan(4, 2)).Split('\n');
        Assert.Equal("  1 |  東京=ab", lines[2]);
        Assert.Equal("    |       ^^", lines[3]);
    }

    [Fact]
    public void EscapeSequencesInASourceAreShownNotObeyed() => Assert.Contains(
        "␛[2J", DiagnosticText.Render([new("FK0101", "x", new TextSpan(1, 1))], new SourceText("a\e[2J")),
        StringComparison.Ordinal);

    [Fact]
    public void AnEmptyLineIsBetweenTwoDiagnostics() => Assert.Equal(
        "error FK0101: one\n\nwarning FK0102: two",
        DiagnosticText.Render(
            [new("FK0101", "one", default), new("FK0102", "two", default, Severity: Severity.Warning)], Query));

    [Fact]
    public void ColoursOnlyWhenAskedFor()
    {
        Assert.DoesNotContain('\e', DiagnosticText.Render([Misspelt], Query));
        var coloured = DiagnosticText.Render([Misspelt], Query, ansi: true);
        Assert.Contains("\e[1;31merror KS142\e[0m", coloured, StringComparison.Ordinal);
    }

    private static string Rendered(string source, TextSpan span) =>
        DiagnosticText.Render([new("FK0101", "x", span)], new SourceText(source));
}
