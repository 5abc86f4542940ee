namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>.NET collects when it likes: whatever is loaded at a moment, cells that are put together go on as they were.</summary>
public sealed class CollectionTimesTests
{
    private const int Sessions = 10;
    private const int LongestPause = 400;

    [Fact]
    public async Task TypesThatShowOthersWorkWhicheverOfThemIsLoaded()
    {
        using var stop = new CancellationTokenSource();
        var collecting = Task.Run(() => CollectAsync(stop.Token), TestContext.Current.CancellationToken);
        for (var i = 0; i < Sessions; i++)
        {
            var notebook = new Notebook(new CSharpCellsOptions { FewestConsolidated = ManyCells.Fewest });
            await notebook.ValueOf("record Own(int A);");
            await notebook.ValueOf("record Other(int B);");
            await notebook.ValueOf("record Pair(Own First, Own Second);");
            foreach (var more in (string[])["Third", "More"])
            {
                await notebook.DeclareTypesAsync(more);
                Assert.Equal(2, await notebook.ValueOf("new Pair(new(1), new(2)).Second.A"));
            }
        }

        await stop.CancelAsync();
        await collecting;
    }

    private static async Task CollectAsync(CancellationToken stop)
    {
        var random = new Random(7);
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(1, LongestPause), CancellationToken.None);
            GC.Collect();
        }
    }
}
