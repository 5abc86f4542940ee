using FlowKernel.Notebook;
using FlowKernel.Notebook.Progress;
using Microsoft.Extensions.Time.Testing;

namespace FlowKernel.Tests.Notebook.Progress;

public class ProgressDisplayTests
{
    private readonly RecordedOutput _output = new();
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void ShortWorkShowsOnlyItsFinalLine()
    {
        using (var progress = Start())
        {
            progress.Report("1 of 2 files", 0.5);
            _clock.Advance(TimeSpan.FromMilliseconds(400));
            Assert.Empty(_output.Shown);
            progress.Finish("Imported 2 files.");
        }

        Assert.Equal(["Imported 2 files."], _output.Lines);
    }

    [Fact]
    public void LongWorkIsOneLineThatIsUpdatedInPlace()
    {
        using var progress = Start();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["Importing · 1 s"], _output.Lines);
        progress.Report("10 of 40 files", 0.25);
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(
            ["Importing [#####---------------] 25 % · 12 s, about 36 s left · 10 of 40 files"], _output.Lines);
        progress.Finish("Imported 40 files.");
        Assert.Equal(["Imported 40 files."], _output.Lines);
    }

    [Fact]
    public void WorkThatIsNotFinishedLeavesNothing()
    {
        using (Start())
            _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(Assert.Single(_output.Shown).IsNothing);
    }

    // nbconvert's sanitizer (lxml) throws for HTML of no characters.
    [Fact]
    public void WhatShowsNothingIsNotOfNoCharacters() => Assert.NotEqual("", MimeBundle.Nothing.Text(MimeTypes.Html));

    [Fact]
    public void ReportsAreShownFourTimesASecondAtMost()
    {
        using var progress = Start();
        for (var i = 0; i < 10_000; i++)
        {
            progress.Report($"{i} rows");
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(_output.Messages, 30, 40);
    }

    [Fact]
    public void NothingIsSentWhileNothingChanges()
    {
        using var progress = Start();
        progress.Report("waiting");
        _clock.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal(1, _output.Messages);
        _clock.Advance(TimeSpan.FromMilliseconds(300));
        Assert.Equal(1, _output.Messages);
        _clock.Advance(TimeSpan.FromMilliseconds(300));
        Assert.Equal(2, _output.Messages);
    }

    [Fact]
    public void LateReportsAndASecondFinishChangeNothing()
    {
        using var progress = Start();
        progress.Finish("done");
        progress.Report("late", 0.1);
        progress.Finish("again");
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["done"], _output.Lines);
    }

    [Fact]
    public void TheHtmlFormHasABarThatAssistiveTechnologyReads()
    {
        using var progress = Start();
        progress.Report("<b>half</b>", 0.5);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var html = Assert.Single(_output.Shown).Text(MimeTypes.Html)!;
        Assert.Contains("role=\"progressbar\" aria-valuenow=\"50\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;half&lt;/b&gt;", html, StringComparison.Ordinal);
    }

    private ProgressDisplay Start() => ProgressDisplay.Start(_output, _clock, "Importing");
}
