using FlowKernel.Notebook;

namespace FlowKernel.Tests.Notebook;

public sealed class CellMemoryTests
{
    [Fact]
    public void RunningCellsLookOnlyWhileThereIsAReason()
    {
        var before = CellStop.IsDue;
        CellMemory.IsExhausted = true;
        CellMemory.IsExhausted = true;
        Assert.True(CellStop.IsDue);
        CellMemory.IsExhausted = false;
        CellMemory.IsExhausted = false;
        Assert.Equal((false, before), (CellMemory.IsExhausted, CellStop.IsDue));
    }
}
