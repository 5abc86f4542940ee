using FlowKernel.Jupyter.Memory;

namespace FlowKernel.Jupyter.Tests.Memory;

public sealed class MemoryRoomTests
{
    private const long Mebibyte = 1L << 20;

    [Theory]
    [InlineData(600, 8_000, 856, 1_712)]
    [InlineData(600, 1_000, 856, 984)]
    [InlineData(10_000, 20_000, 11_000, 18_000)]
    public void AReserveComesOnTopOfWhatCellsMayHold(long cells, long available, long hard, long last)
    {
        var room = MemoryRoom.For(cells * Mebibyte, available * Mebibyte);
        Assert.Equal((hard * Mebibyte, last * Mebibyte), (room.Hard, room.Last));
    }

    [Fact]
    public void WhatIsNotBeingStoppedEndsTheProcessBeforeTheLastIsTaken()
    {
        var room = MemoryRoom.For(600 * Mebibyte, 8_000 * Mebibyte);
        Assert.InRange(room.Hopeless, room.Hard, room.Last - 100 * Mebibyte);
    }

    [Fact]
    public void WhatDoublesIsRefusedAtEachStep()
    {
        var steps = MemoryRoom.For(600 * Mebibyte, 8_000 * Mebibyte).Steps;
        Assert.Equal((856 * Mebibyte, 1_712 * Mebibyte), (steps[0], steps[^1]));
        Assert.All(steps.Zip(steps.Skip(1)), s => Assert.InRange(s.Second, s.First, s.First * 3 / 2));
    }

    [Theory]
    [InlineData(0, 600)]
    [InlineData(599, 600)]
    [InlineData(600, 728)]
    [InlineData(728, 792)]
    [InlineData(850, 866)]
    public void ASessionThatIsFullGetsHalfOfWhatIsLeftEachTime(long held, long mark) =>
        Assert.Equal(mark * Mebibyte, MemoryRoom.For(600 * Mebibyte, 8_000 * Mebibyte).MarkAbove(held * Mebibyte));
}
