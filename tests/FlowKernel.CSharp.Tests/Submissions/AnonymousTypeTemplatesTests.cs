using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Cells that others build on are compiled once, and objects without a name of their type stay equal.</summary>
public sealed class AnonymousTypeTemplatesTests
{
    private readonly Notebook _notebook = new();

    [Fact]
    public void TheCompilerIsAsItIsKnown() => Assert.True(AnonymousTypeTemplates.IsPossible);

    [Theory]
    [InlineData("object first = new { A = 1 };", "first.Equals(new { A = 1 })")]
    [InlineData("var first = new { A = 1 };", "first.Equals(new { A = 1 })")]
    [InlineData("object First() => new { A = 1 };", "First().Equals(new { A = 1 })")]
    [InlineData("Func<object> first = () => new { A = 1 };", "first().Equals(new { A = 1 })")]
    [InlineData("record Row(int A) { public object Bare => new { A }; }", "new Row(1).Bare.Equals(new { A = 1 })")]
    public async Task ObjectsWithTheSamePropertiesAreEqualInLaterCells(string declaration, string comparison)
    {
        await _notebook.ValueOf(declaration);
        await _notebook.ValueOf("var between = 1;");
        await _notebook.ValueOf("var more = new[] { 1 }.Select(n => new { N = n }).Count();");
        await _notebook.ValueOf("int Between() => between;");
        Assert.Equal(true, await _notebook.ValueOf(comparison));
    }
}
