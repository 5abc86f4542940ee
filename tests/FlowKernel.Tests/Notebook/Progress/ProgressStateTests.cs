using FlowKernel.Notebook.Progress;

namespace FlowKernel.Tests.Notebook.Progress;

public class ProgressStateTests
{
    [Theory]
    [InlineData(0.5, 10, 10)]
    [InlineData(0.25, 10, 30)]
    [InlineData(0.9, 100, 12)]
    public void TheRestTakesAsLongInProportion(double share, int elapsed, int rest) =>
        Assert.Equal(TimeSpan.FromSeconds(rest), State(share, elapsed).Remaining);

    [Theory]
    [InlineData(null, 10)]
    [InlineData(0.01, 10)]
    [InlineData(0.5, 1)]
    [InlineData(1.0, 10)]
    [InlineData(double.NaN, 10)]
    public void TooEarlyOrUnknownGivesNoRest(double? share, int elapsed) =>
        Assert.Null(State(share, elapsed).Remaining);

    [Theory]
    [InlineData(-1, "What [--------------------] 0 % · 1 s")]
    [InlineData(7, "What [####################] 100 % · 1 s")]
    public void AShareOutsideItsRangeIsClamped(double share, string line) =>
        Assert.Equal(line, ProgressText.Of(State(share, 1)));

    private static ProgressState State(double? share, int seconds) =>
        new("What", new ProgressStep("", share), TimeSpan.FromSeconds(seconds));
}
