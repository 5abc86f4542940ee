using System.Diagnostics;
using System.Globalization;

namespace FlowKernel.Jupyter.Tests;

public sealed class ParentProcessTests
{
    [Fact]
    public async Task TheKernelIsToldWhenItsParentIsGone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The parent is a shell.");
        using var parent = Process.Start(
            new ProcessStartInfo("sh", ["-c", "read line"]) { RedirectStandardInput = true })!;
        using var source = new CancellationTokenSource();
        var watching = ParentProcess.WatchAsync(parent.Id.ToString(CultureInfo.InvariantCulture), source);
        Assert.False(source.IsCancellationRequested);

        parent.StandardInput.Close();
        await watching.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.True(source.IsCancellationRequested);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a number")]
    public async Task AnUnknownParentIsNotMissed(string? id)
    {
        using var source = new CancellationTokenSource();

        await ParentProcess.WatchAsync(id, source);

        Assert.False(source.IsCancellationRequested);
    }

    [Fact]
    public async Task AProcessWithoutAConnectionEndsWithTheReason()
    {
        var diagnostics = await KernelProcess.RunAsync(
            "/no/such/file.json",
            () => new Hosting.FakeKernel(),
            new JupyterHostOptions { HistoryFolder = null, RunFolder = null },
            TestContext.Current.CancellationToken);

        Assert.Equal("FK0801", Assert.Single(diagnostics).Code);
    }
}
