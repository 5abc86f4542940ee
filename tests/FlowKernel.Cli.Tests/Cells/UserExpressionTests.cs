namespace FlowKernel.Cli.Tests.Cells;

public sealed class UserExpressionTests(CellSession session) : IClassFixture<CellSession>
{
    [Theory]
    [InlineData("1 + 41", "42")]
    [InlineData("(string)null", "null")]
    [InlineData("var y = 3;", "null")]
    [InlineData("nothing_here", "CS0103")]
    [InlineData("throw new System.IO.IOException();", "IOException")]
    [InlineData("#!flowlogs\nprint nofunc(1)", "KS211")]
    public async Task AnExpressionHasItsValueOrItsOwnError(string expression, string given)
    {
        await session.RunAsync("1");
        Assert.Equal(given, await session.EvaluateAsync(expression));
    }

    [Fact]
    public async Task AnExpressionMayBeAQuery()
    {
        await session.RunAsync("1");
        Assert.Contains("42", await session.EvaluateAsync("#!flowlogs\nprint x = 41 + 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExpressionMayAskForHelp()
    {
        await session.RunAsync("1");
        Assert.StartsWith("KQL operator where", await session.EvaluateAsync("?where"), StringComparison.Ordinal);
    }
}
