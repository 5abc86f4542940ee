using FlowKernel.Jupyter.Execution;

namespace FlowKernel.Jupyter.Tests;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("🙂b", 1, 2)]
    [InlineData("🙂b", 2, 3)]
    [InlineData("é👩‍👩‍👧x", 6, 9)]
    [InlineData("\ud83dx", 1, 1)]
    public void PositionsAndOffsetsAreInverse(string text, int codePoints, int offset)
    {
        Assert.Equal(offset, CodePoints.OffsetOf(text, codePoints));
        Assert.Equal(codePoints, CodePoints.CountBefore(text, offset));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(9, 3)]
    public void PositionsOutsideMoveToTheNearestEnd(int codePoints, int offset) =>
        Assert.Equal(offset, CodePoints.OffsetOf("🙂b", codePoints));
}
