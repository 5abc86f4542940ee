using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.KernelSpec;
using FlowKernel.Jupyter.Tests.Hosting;

namespace FlowKernel.Jupyter.Tests;

public sealed class RunMarkerTests : IDisposable
{
    private const int NoProcess = int.MaxValue;
    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-running").FullName;

    private string Marker => Path.Combine(_folder, "kernel-1.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AProcessThatEndsInOrderLeavesNothing()
    {
        var marker = new RunMarker(Marker, TimeProvider.System);
        marker.Begin(3);
        marker.End();
        marker.Remove();
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void TheProcessAfterAnUnexpectedEndHearsOfItOnce()
    {
        Leave("{\"process\":2147483647,\"changed\":\"2026-01-02T03:04:05Z\",\"cell\":7}");
        var marker = new RunMarker(Marker, TimeProvider.System);
        var end = marker.TakeEarlier();
        Assert.Equal(
            "Kernel process 2147483647 ended unexpectedly while it ran cell [7] (2026-01-02 03:04:05 UTC).",
            end?.Sentence);
        Assert.Null(marker.TakeEarlier());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"process\":\"x\",\"changed\":3}")]
    public void ADamagedMarkerTellsNothing(string text)
    {
        Leave(text);
        Assert.Null(new RunMarker(Marker, TimeProvider.System).TakeEarlier());
    }

    [Fact]
    public void TheMarkerOfARunningProcessIsNoEnd()
    {
        var parent = System.Diagnostics.Process.GetCurrentProcess().Id == 1 ? NoProcess : 1;
        Leave($"{{\"process\":{parent},\"changed\":\"2026-01-02T03:04:05Z\"}}");
        Assert.Empty(UnexpectedEnd.ReadAll(_folder));
    }

    [Fact]
    public void OldEndsAreForgotten()
    {
        Leave("{\"process\":2147483647,\"changed\":\"2026-01-02T03:04:05Z\"}");
        UnexpectedEnd.Forget(_folder, new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Single(UnexpectedEnd.ReadAll(_folder));
        UnexpectedEnd.Forget(_folder, new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero));
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task TheDoctorTellsOfUnexpectedEnds()
    {
        Leave("{\"process\":2147483647,\"changed\":\"2026-01-02T03:04:05Z\",\"cell\":7}");
        var directories = new JupyterDirectories(_folder, [_folder]);
        var doctor = new KernelDoctor(directories, UserEnvironment.Current, _folder);
        var findings = await doctor.ExamineAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        var ends = Assert.Single(findings, f => f.Subject == "ends");
        Assert.True(ends.IsGood);
        Assert.StartsWith("Kernel process 2147483647 ended unexpectedly while it ran cell [7]", ends.Text);
    }

    [Fact]
    public async Task ARunThatCannotBeNotedDisturbsNoCell()
    {
        var marker = new RunMarker(Path.Combine(_folder, "taken", "x.json"), TimeProvider.System);
        Directory.Delete(Path.Combine(_folder, "taken"), recursive: true);
        File.WriteAllText(Path.Combine(_folder, "taken"), "a file where the folder was");
        marker.Begin(1);
        marker.End();
        marker.Remove();
        await using var host = new TestHost(new FakeKernel());
        Assert.Equal("ok", host.FrontEnd.Run("cell").Reply.Status);
    }

    private void Leave(string text) => File.WriteAllText(Marker, text);
}
