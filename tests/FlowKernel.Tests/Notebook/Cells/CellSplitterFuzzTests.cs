using FlowKernel.Notebook.Cells;

namespace FlowKernel.Tests.Notebook.Cells;

public sealed class CellSplitterFuzzTests
{
    private static readonly string[] Pieces =
    [
        "#!flowlogs", "#!kql", "#!csharp", "#!x", " connect", " --name", "\n", "\r\n", "\r", "\"", "\"\"\"", "@",
        "$", "{", "}", "\\", "'", "//", "/*", "*/", "x",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnyTextIsTakenApartIntoSlicesOfItself(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++)
        {
            var cell = string.Concat(random.GetItems(Pieces, random.Next(1, 15)));
            foreach (var slice in CellSplitter.Split(cell).Segments.SelectMany(s => s.Directives.Append(s.Body)))
                Assert.Equal(slice.Text, cell.Substring(slice.Start, slice.Text.Length));
        }
    }
}
