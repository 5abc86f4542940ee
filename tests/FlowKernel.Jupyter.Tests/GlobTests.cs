using FlowKernel.Jupyter.Execution;
using FsCheck;
using FsCheck.Fluent;

namespace FlowKernel.Jupyter.Tests;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "abbcd", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("x = [0-9]*", "x = 7;", true)]
    [InlineData("x = [0-9]*", "x = a;", false)]
    [InlineData("[^a-c]", "d", true)]
    [InlineData("[^a-c]", "b", false)]
    [InlineData("[]]", "]", true)]
    [InlineData("[^]]", "]", false)]
    [InlineData("a[bc", "a[bc", true)]
    [InlineData("[z-a]", "-", true)]
    [InlineData("*b*", "a\nb\nc", true)]
    [InlineData("a", "a\n", false)]
    [InlineData("A", "a", false)]
    [InlineData("a\\d(.+)^$", "a\\d(.+)^$", true)]
    public void APatternTakesWhatAShellWouldTake(string pattern, string text, bool takes) =>
        Assert.Equal(takes, Glob.ToRegex(pattern).IsMatch(text));

    [Fact]
    public void AnyPatternIsAPattern() => Prop
        .ForAll(ArbMap.Default.ArbFor<string>().Filter(p => p is not null), p => Glob.ToRegex(p).IsMatch(p) || true)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void AnyTextWithoutSignsTakesItselfOnly() => Prop
        .ForAll(
            ArbMap.Default.ArbFor<string>().Filter(p => p is not null && p.IndexOfAny(['*', '?', '[']) < 0),
            p => Glob.ToRegex(p).IsMatch(p) && !Glob.ToRegex(p).IsMatch(p + "x"))
        .QuickCheckThrowOnFailure();
}
