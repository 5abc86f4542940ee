using FlowKernel.DuckDb.Store;
using static FlowKernel.DuckDb.Tests.Store.FlowLogText;

namespace FlowKernel.DuckDb.Tests.Store;

/// <summary>What an import refuses, and says, before it writes anything.</summary>
public sealed class FlowImporterMistakeTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task MissingPathIsNamed()
    {
        var outcome = await FlowImporter.ImportAsync(
            ["/nowhere/logs"], _folder.Data, new(), null, TestContext.Current.CancellationToken);

        Assert.Equal("There is no file or folder at '/nowhere/logs'.", Assert.Single(outcome.Diagnostics).Message);
    }

    [Fact]
    public async Task FolderWithoutFlowLogsIsNamed()
    {
        Directory.CreateDirectory(_folder.At("empty"));

        var outcome = await FlowImporter.ImportAsync(
            [_folder.At("empty")], _folder.Data, new(), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            $"There are no .json files below '{_folder.At("empty")}'.", Assert.Single(outcome.Diagnostics).Message);
    }

    [Fact]
    public async Task ForeignFolderIsNotWrittenInto()
    {
        _folder.File("data/thesis.docx", "");

        var outcome = await FlowImporter.ImportAsync(
            [_folder.File("a.json", Blob(Record(Outbound)))], _folder.Data, new(), null,
            TestContext.Current.CancellationToken);

        Assert.Equal("FK0625", Assert.Single(outcome.Diagnostics).Code);
    }

    [Fact]
    public async Task OtherSettingsAreRefusedOnceThereAreRows()
    {
        await _folder.Import(_folder.File("a.json", Blob(Record(Outbound))));

        var outcome = await FlowImporter.ImportAsync(
            [_folder.File("b.json", Blob(Record(Outbound)))], _folder.Data,
            new() { Settings = new() { Interval = TimeSpan.FromMinutes(10) } }, null,
            TestContext.Current.CancellationToken);

        Assert.Equal("FK0624", Assert.Single(outcome.Diagnostics).Code);
    }

    [Theory]
    [InlineData(7, "An interval of 7 minutes does not divide a day.")]
    [InlineData(0, "An interval of 0 minutes does not divide a day.")]
    public async Task IntervalThatDoesNotDivideADayIsRefused(int minutes, string message)
    {
        var outcome = await FlowImporter.ImportAsync(
            [_folder.File("a.json", Blob(Record(Outbound)))], _folder.Data,
            new() { Settings = new() { Interval = TimeSpan.FromMinutes(minutes) } }, null,
            TestContext.Current.CancellationToken);

        Assert.Equal(message, Assert.Single(outcome.Diagnostics).Message);
    }
}
