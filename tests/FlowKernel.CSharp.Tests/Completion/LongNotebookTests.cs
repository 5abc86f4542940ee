using FlowKernel.CSharp.Completion;

namespace FlowKernel.CSharp.Tests.Completion;

/// <summary>In a notebook of many cells the editor knows all of them.</summary>
public sealed class LongNotebookTests
{
    private const int Cells = 40;
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task VariablesFunctionsTypesAndConstantsOfAllCellsAreKnown()
    {
        for (var i = 0; i < Cells; i++)
        {
            await _notebook.ValueOf(
                $"""
                record R{i}(string Name);
                const int C{i} = {i};
                var r{i} = new List<R{i}>();
                /// <summary>Counts number {i}.</summary>
                int F{i}(int n) => r{i}.Count + n;
                """);
        }

        foreach (var i in new[] { 0, 31, 32, Cells - 1 })
        {
            Assert.Equal(["EnsureCapacity"], await CompletedAsync($"r{i}.EnsureCap"));
            Assert.Equal(["Name"], await CompletedAsync($"r{i}[0].Nam"));
            Assert.Equal(["IsPositive"], await CompletedAsync($"C{i}.GetType(); int.IsPosi"));
            var help = await _notebook.Cells.ExplainAsync($"F{i}(1)", 1, Notebook.Test);
            Assert.Contains($"Counts number {i}.", help!.Markdown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheNewestOfANameIsMeant()
    {
        for (var i = 0; i < Cells; i++)
            await _notebook.ValueOf($"var kept{i} = {i}; int F{i}() => kept{i}; var again = new {{ Number{i} = 1 }};");
        Assert.Equal([$"Number{Cells - 1}"], await CompletedAsync("again.Numb"));
        await _notebook.ValueOf("var again = \"text\"; int G() => again.Length;");
        Assert.Equal(["Substring"], await CompletedAsync("again.Substr"));
        Assert.Equal(["CompareTo"], await CompletedAsync("kept3.Compare"));
    }

    [Fact]
    public async Task NeighboursThatDeclareDifferentNamesAreOneCellToTheEditor()
    {
        for (var i = 0; i < Cells; i++)
            await _notebook.ValueOf($"var r{i} = {i}; Func<int> f{i} = () => r{i};");
        Assert.Equal([32, 1, 1, 1, 1, 1, 1, 1, 1], EditorCell.Of(_notebook.Cells.Last).Select(c => c.Submissions.Count));
        await _notebook.ValueOf("using System.Net; var r0 = 1; Func<int> f0 = () => r0;");
        Assert.Equal([32, 8, 1], EditorCell.Of(_notebook.Cells.Last).Select(c => c.Submissions.Count));
    }

    private async Task<IEnumerable<string>> CompletedAsync(string code) =>
        (await _notebook.Cells.CompleteAsync(code, code.Length, Notebook.Test)).Items.Select(i => i.Insert).Distinct();
}
