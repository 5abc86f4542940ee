using FlowKernel.Jupyter.Memory;

namespace FlowKernel.Jupyter.Tests.Memory;

public sealed class MemoryRoomTests
{
    private const long Mebibyte = 1L << 20;

    [Theory]
    [InlineData(600, 856, 984)]
    [InlineData(10_000, 11_000, 11_500)]
    public void AReserveComesOnTopOfWhatCellsMayHold(long cells, long hard, long last)
    {
        var room = MemoryRoom.For(cells * Mebibyte);
        Assert.Equal((hard * Mebibyte, last * Mebibyte), (room.Hard, room.Last));
    }

    [Theory]
    [InlineData(0, 600)]
    [InlineData(599, 600)]
    [InlineData(600, 728)]
    [InlineData(728, 792)]
    [InlineData(850, 866)]
    public void ASessionThatIsFullGetsHalfOfWhatIsLeftEachTime(long held, long mark) =>
        Assert.Equal(mark * Mebibyte, MemoryRoom.For(600 * Mebibyte).MarkAbove(held * Mebibyte));
}
