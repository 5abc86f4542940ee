using FlowKernel.Notebook.Cells;
using FlowKernel.Notebook.Kernel.Help;

namespace FlowKernel.Tests.Notebook.Kernel.Help;

public sealed class HelpNameTests
{
    [Theory]
    [InlineData("?¦", "", "")]
    [InlineData("?summ¦", "summ", "summ")]
    [InlineData(" ?? S¦rc", "S", "Src")]
    [InlineData("?matches r¦", "matches r", "matches r")]
    [InlineData("?--l¦a", "--l", "--la")]
    public void AQuestionIsCompletedAtItsName(string marked, string typed, string whole)
    {
        var offset = marked.IndexOf('¦');
        var cell = marked.Remove(offset, 1);
        var name = HelpName.InQuestion(cell, offset)!;
        Assert.Equal((typed, whole), (name.Typed, cell.Substring(name.Whole.Start, name.Whole.Length)));
    }

    [Theory]
    [InlineData("x ? y¦")]
    [InlineData("¦?name")]
    [InlineData("?name\nmore¦")]
    [InlineData("#!flowlogs help Src¦")]
    public void OtherCellsAskNothing(string marked)
    {
        var offset = marked.IndexOf('¦');
        Assert.Null(HelpName.InQuestion(marked.Remove(offset, 1), offset));
    }

    [Fact]
    public void ALineOfHelpIsCompletedAtItsName()
    {
        const string Line = "#!flowlogs help SrcIp";
        var slice = new TextSlice(Line, 10, 2);
        Assert.Equal(new HelpName("Src", new(26, 5)), HelpName.InDirective(slice, 10 + Line.Length - 2));
        Assert.Null(HelpName.InDirective(slice, 12));
        Assert.Null(HelpName.InDirective(new TextSlice("#!flowlogs help", 0, 1), 15));
        Assert.Equal(new HelpName("", new(16, 0)), HelpName.InDirective(new TextSlice("#!flowlogs help ", 0, 1), 16));
    }
}
