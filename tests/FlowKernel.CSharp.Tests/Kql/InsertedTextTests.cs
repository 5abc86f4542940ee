using FlowKernel.CSharp.Kql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Tests.Kql;

public sealed class InsertedTextTests
{
    private const string Raw = "\"\"\"";

    [Theory]
    [InlineData("F(\"T ¦\")", "a == \"b\"", "a == 'b'")]
    [InlineData("F(\"T ¦", "a == \"b\"", "a == 'b'")]
    [InlineData("F(\"¦\")", "\"it's\"", "\\\"it's\\\"")]
    [InlineData("F(\"T ¦\")", "@\"\\d\"", "@'\\\\d'")]
    [InlineData("F(@\"T ¦\")", "\"it's\"", "\"\"it's\"\"")]
    [InlineData("F(@\"T ¦\")", "@\"\\d\"", "@'\\d'")]
    [InlineData("F($\"T {1} ¦\")", "has \"", "has '")]
    [InlineData("F($\"T {1}¦\")", "has \"", "has '")]
    [InlineData("F($@\"T {1} ¦\")", "\"it's\"", "\"\"it's\"\"")]
    [InlineData("F(" + Raw + "T ¦" + Raw + ")", "\"it's\\\"", "\"it's\\\"")]
    [InlineData("F(" + Raw + "\n    T ¦\n    " + Raw + ")", "has \"", "has \"")]
    [InlineData("F($" + Raw + "T {1} ¦" + Raw + ")", "has \"", "has \"")]
    [InlineData("F($" + Raw + "T {G(\"¦\")}" + Raw + ")", "has \"", "has '")]
    public void QuotesFitTheLiteralTheyAreWrittenInto(string marked, string kql, string expected)
    {
        var offset = marked.IndexOf('¦', StringComparison.Ordinal);
        var root = CSharpSyntaxTree.ParseText(
            marked.Remove(offset, 1), new CSharpParseOptions(kind: SourceCodeKind.Script),
            cancellationToken: Notebook.Test).GetRoot(Notebook.Test);
        Assert.Equal(expected, InsertedText.At(root, offset).Of(kql));
    }
}
