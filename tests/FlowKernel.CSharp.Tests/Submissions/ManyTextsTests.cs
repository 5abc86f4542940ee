namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>An assembly holds texts of 16 MB at most: each cell keeps that, and many of them together may not.</summary>
public sealed class ManyTextsTests
{
    private const int Length = 12_000_000 / ManyCells.Fewest;

    [Fact]
    public async Task CellsThatTogetherHaveTooMuchTextStayApart()
    {
        var notebook = new Notebook(new CSharpCellsOptions { FewestConsolidated = ManyCells.Fewest });
        for (var i = 0; i < 2 * ManyCells.Fewest; i++)
            await notebook.ValueOf($"string Text{i}() => \"{i}{new string('x', Length)}\";");
        Assert.StartsWith("1x", (string)(await notebook.ValueOf("Text1()"))!, StringComparison.Ordinal);
        Assert.StartsWith("7x", (string)(await notebook.ValueOf("Text7()"))!, StringComparison.Ordinal);
    }
}
