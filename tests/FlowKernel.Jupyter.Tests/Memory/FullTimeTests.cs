using FlowKernel.Jupyter.Memory;

namespace FlowKernel.Jupyter.Tests.Memory;

public sealed class FullTimeTests
{
    private readonly Clock _clock = new();
    private readonly FullTime _full;

    public FullTimeTests() => _full = new FullTime(_clock, TimeSpan.FromSeconds(20));

    [Fact]
    public void MemoryThatStaysFullIsHopelessAfterTheTime()
    {
        Assert.False(_full.IsTooLong(isFull: true));
        _clock.Seconds = 20;
        Assert.False(_full.IsTooLong(isFull: true));
        _clock.Seconds = 21;
        Assert.True(_full.IsTooLong(isFull: true));
    }

    [Fact]
    public void MemoryThatWasFreedBetweenIsNot()
    {
        _full.IsTooLong(isFull: true);
        _clock.Seconds = 15;
        Assert.False(_full.IsTooLong(isFull: false));
        _clock.Seconds = 30;
        Assert.False(_full.IsTooLong(isFull: true));
        _clock.Seconds = 51;
        Assert.True(_full.IsTooLong(isFull: true));
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
