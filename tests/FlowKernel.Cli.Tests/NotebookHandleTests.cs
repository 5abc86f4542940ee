using FlowKernel.Cli.Composition;

namespace FlowKernel.Cli.Tests;

public sealed class NotebookHandleTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClosedWhileItLoadsInTheBackgroundItHasEndedThat()
    {
        var handle = NotebookFactory.Create();
        handle.BeginWarmUp();
        Assert.False(handle.WarmUp.IsCompleted);
        await handle.DisposeAsync();
        Assert.True(handle.WarmUp.IsCompleted);
        // Nothing uses the script engine any more: it takes no call.
        await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => handle.Workbench.KeepLanguageAsync(Test));
    }
}
