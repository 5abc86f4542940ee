using FlowKernel.Text;

namespace FlowKernel.Tests.Text;

public sealed class EnclosingCallTests
{
    [Theory]
    [InlineData("bin(", "bin", 0)]
    [InlineData("bin(a, ", "bin", 1)]
    [InlineData("T | extend x = iff(strlen(a) > 1, ", "iff", 1)]
    [InlineData("iff(f(a, b), [1, 2], ", "iff", 2)]
    [InlineData("f('a, b(', ", "f", 1)]
    [InlineData("f(a // , (\n, ", "f", 1)]
    [InlineData("f(a, 'open, ", "f", 1)]
    public void TheInnermostOpenCallIsFound(string kql, string name, int argument)
    {
        var call = EnclosingCall.Find(kql, kql.Length)!;
        Assert.Equal(name, kql.Substring(call.Name.Start, call.Name.Length));
        Assert.Equal(argument, call.Argument);
    }

    [Theory]
    [InlineData("f('open ", true)]
    [InlineData("f('closed'", false)]
    public void ACallKnowsWhetherTheArgumentIsAnOpenText(string kql, bool isInText) =>
        Assert.Equal(isInText, EnclosingCall.Find(kql, kql.Length)!.IsInText);

    [Theory]
    [InlineData("T | where a")]
    [InlineData("f(a) ")]
    [InlineData("(a + ")]
    [InlineData("f(a // open ")]
    public void NoCallIsFoundOutsideBracketsAndInsideComments(string kql) =>
        Assert.Null(EnclosingCall.Find(kql, kql.Length));
}
