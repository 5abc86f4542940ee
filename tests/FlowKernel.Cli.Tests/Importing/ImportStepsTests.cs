using FlowKernel.DuckDb.Store;
using FlowKernel.Hosting.Importing;
using FlowKernel.Notebook.Progress;
using Microsoft.Extensions.Time.Testing;

namespace FlowKernel.Cli.Tests.Importing;

public sealed class ImportStepsTests : IProgress<ProgressStep>
{
    private readonly FakeTimeProvider _clock = new();
    private ProgressStep _last;

    [Fact]
    public void FilesTuplesAndSpeedAreToldAndReadingIsHalfOfTheWork()
    {
        var steps = new ImportSteps(this, "files", _clock);
        steps.Report(new ImportProgress(1, 40, 10, 100, 1_000));
        Assert.Equal(new ProgressStep("1 of 40 files, 1,000 flow tuples", 0.05), _last);
        _clock.Advance(TimeSpan.FromSeconds(4));
        steps.Report(new ImportProgress(10, 40, 25, 100, 1_000_000));
        Assert.Equal(new ProgressStep("10 of 40 files, 1,000,000 flow tuples, 250,000 a second", 0.125), _last);
    }

    [Fact]
    public void WhereNobodyKnowsTheWholeThereIsNoShare()
    {
        new ImportSteps(this, "files", _clock).Report(new ImportProgress(7, 0, 25, 0, 12));
        Assert.Equal(new ProgressStep("7 files, 12 flow tuples"), _last);
    }

    [Fact]
    public void AfterTheLastFileTheStoreIsWrittenAndNobodyKnowsHowFarThatIs()
    {
        new ImportSteps(this, "files", _clock).Report(new ImportProgress(2, 2, 9, 9, 12));
        Assert.Equal(new ProgressStep("2 of 2 files, 12 flow tuples, writing the store"), _last);
    }

    void IProgress<ProgressStep>.Report(ProgressStep value) => _last = value;
}
