using FlowKernel.Text;

namespace FlowKernel.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\r\ncd", 4, 2, 1)]
    [InlineData("ab\rcd", 4, 2, 2)]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab", 99, 1, 3)]
    public void AnOffsetHasALineAndColumnFromOne(string text, int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), new SourceText(text).PositionOf(offset));

    [Fact]
    public void ALineComesWithoutItsLineEnd() => Assert.Equal("ab", new SourceText("ab\r\ncd").LineAt(1));
}
