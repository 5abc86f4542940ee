using FlowKernel.Notebook.Kernel.Help;

namespace FlowKernel.Tests.Notebook.Kernel.Help;

public sealed class HelpQuestionTests
{
    [Theory]
    [InlineData("?Console", "Console")]
    [InlineData("  ? Math.Max ", "Math.Max")]
    [InlineData("??summarize", "summarize")]
    [InlineData("flows?", "flows")]
    [InlineData("series-decompose?;", "series-decompose")]
    [InlineData("?!has", "!has")]
    [InlineData("? matches regex", "matches regex")]
    [InlineData("?count()", "count()")]
    [InlineData("count()?", "count()")]
    [InlineData("?", "")]
    [InlineData(" ?? ", "")]
    [InlineData("?--last", "--last")]
    [InlineData("?#r", "#r")]
    public void AQuestionMarkBesideANameAsksForHelp(string cell, string name) =>
        Assert.Equal(name, HelpQuestion.NameIn(cell));

    [Theory]
    [InlineData("")]
    [InlineData("a ? b : c")]
    [InlineData("int? x = 1;")]
    [InlineData("x?.ToString()")]
    [InlineData("1 + 1 // what?")]
    [InlineData("#!flowlogs\nprint 1 // ?")]
    public void OtherCellsDoNot(string cell) => Assert.Null(HelpQuestion.NameIn(cell));
}
