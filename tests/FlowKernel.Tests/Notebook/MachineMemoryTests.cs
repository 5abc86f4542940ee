using FlowKernel.Notebook;

namespace FlowKernel.Tests.Notebook;

public sealed class MachineMemoryTests
{
    [Theory]
    [InlineData(16, 10, 5)]
    [InlineData(64, 42, 21)]
    public void EnginesGetWhatCellsAndScriptsLeave(long available, long cells, long engines) =>
        Assert.Equal(engines << 30, MachineMemory.EnginesBeside(cells << 30, available << 30));

    [Fact]
    public void WhereNothingIsLeftAnEngineStillGetsWhatItNeedsToWork() =>
        Assert.Equal(256L << 20, MachineMemory.EnginesBeside(2L << 30, 2L << 30));
}
