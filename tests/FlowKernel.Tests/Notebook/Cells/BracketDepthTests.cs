using FlowKernel.Notebook.Cells;

namespace FlowKernel.Tests.Notebook.Cells;

public sealed class BracketDepthTests
{
    [Fact]
    public void TheBracketThatIsTooDeepIsPointedAt()
    {
        var mistake = BracketDepth.MistakeIn("f" + new string('(', BracketDepth.Most + 1))!;
        Assert.Equal(("FK0416", BracketDepth.Most + 1), (mistake.Code, mistake.Span.Start));
        Assert.Equal("Brackets are nested more than 1,000 deep here.", mistake.Message);
    }

    [Fact]
    public void ManyBracketsSideBySideAreNotDeep() =>
        Assert.Null(BracketDepth.MistakeIn(string.Concat(Enumerable.Repeat("f([{1}]); )", BracketDepth.Most * 2))));
}
