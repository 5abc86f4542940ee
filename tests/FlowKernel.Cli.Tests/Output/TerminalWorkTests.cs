using FlowKernel.Cli.Output;
using FlowKernel.Notebook.Progress;
using Microsoft.Extensions.Time.Testing;

namespace FlowKernel.Cli.Tests.Output;

public sealed class TerminalWorkTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    [Fact]
    public async Task WithoutATerminalThereIsALineEveryTenSeconds()
    {
        var end = await Work().WhileAsync("Importing", progress =>
        {
            progress.Report(new ProgressStep("1 of 4 files", 0.25));
            _clock.Advance(TimeSpan.FromSeconds(10));
            progress.Report(new ProgressStep("2 of 4 files", 0.5));
            _clock.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(42);
        });
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(42, end);
        Assert.Equal(
            """
            Importing [#####---------------] 25 % · 10 s, about 30 s left · 1 of 4 files
            Importing [##########----------] 50 % · 20 s, about 20 s left · 2 of 4 files

            """.ReplaceLineEndings("\n"),
            _error.ToString());
    }

    [Fact]
    public async Task ShortWorkSaysNothing()
    {
        await Work().WhileAsync("Importing", progress =>
        {
            progress.Report(new ProgressStep("1 of 4 files", 0.25));
            _clock.Advance(TimeSpan.FromSeconds(9));
            return Task.FromResult(0);
        });
        Assert.Equal("", _error.ToString());
    }

    private TerminalWork Work() => new(null, () => _error, _clock);
}
