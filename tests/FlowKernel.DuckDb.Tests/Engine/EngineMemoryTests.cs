namespace FlowKernel.DuckDb.Tests.Engine;

public sealed class EngineMemoryTests
{
    private const long Gibibyte = 1L << 30;
    private readonly EngineMemory _memory = new(() => 8 * Gibibyte);

    [Fact]
    public void EachEngineGetsHalfOfWhatIsLeft() =>
        Assert.Equal([4 * Gibibyte, 2 * Gibibyte, Gibibyte], [_memory.Take(), _memory.Take(), _memory.Take()]);

    [Fact]
    public void NoEngineGetsMoreThanFourGibibytes() =>
        Assert.Equal(4 * Gibibyte, new EngineMemory(() => 64 * Gibibyte).Take());

    [Fact]
    public void WhatAnEngineHadIsThereForTheNext()
    {
        var first = _memory.Take();
        _memory.Take();
        _memory.Return(first);
        Assert.Equal(3 * Gibibyte, _memory.Take());
    }

    [Fact]
    public void AllTogetherHaveNoMoreThanThereIs()
    {
        var shares = Enumerable.Range(0, 6).Select(_ => _memory.Take()).ToList();
        Assert.InRange(shares.Sum(), 0, 8 * Gibibyte);
        Assert.All(shares, share => Assert.InRange(share, EngineMemory.Least, 8 * Gibibyte));
    }
}
