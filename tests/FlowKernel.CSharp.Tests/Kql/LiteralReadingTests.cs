using FlowKernel.CSharp.Kql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Tests.Kql;

public sealed class LiteralReadingTests
{
    [Theory]
    [InlineData("\"a|b\"")]
    [InlineData("\"\\t\\\"x\\\" \\u0041 \\x41|b\"")]
    [InlineData("\"\\U0001F600|b\"")]
    [InlineData("@\"a \"\"q\"\" \\ |b\"")]
    [InlineData("@\"a\n  |b\"")]
    [InlineData("\"\"\"a \"q\" |b\"\"\"")]
    [InlineData("\"\"\"\n    T\n    |b\n    \"\"\"")]
    [InlineData("\"\"\"\r\n    T\r\n\r\n      |b\r\n    \"\"\"")]
    [InlineData("\"\"\"\"\n T \"\"\" x\n |b\n \"\"\"\"")]
    public void ACharacterOfTheTextIsFoundInTheLiteral(string literal)
    {
        var token = Token(literal);
        var text = LiteralReading.Read(token);
        var bar = token.ValueText.IndexOf('|', StringComparison.Ordinal);
        Assert.Equal(literal.IndexOf('|', StringComparison.Ordinal), text!.Places[bar].Start);
        Assert.Equal(literal.IndexOf('b', literal.IndexOf('|', StringComparison.Ordinal)), text.Places[bar + 1].Start);
        Assert.Equal(bar, text.At(text.Places[bar].Start));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("@\"\"")]
    [InlineData("\"\"\"\n\n\"\"\"")]
    public void AnEmptyTextHasAnEnd(string literal)
    {
        var text = LiteralReading.Read(Token(literal))!;
        Assert.Empty(text.Places);
        Assert.Equal(0, text.At(text.End));
    }

    private static SyntaxToken Token(string literal) => SyntaxFactory.ParseExpression(literal).GetFirstToken();
}
