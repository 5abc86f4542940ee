using FlowKernel.Session;
using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>Reads interpolated strings: the text with the places of its characters, and its holes.</summary>
internal static class InterpolationReading
{
    /// <summary>
    /// The text, with <paramref name="hole"/> giving what stands for each hole; null when that gives null.
    /// </summary>
    public static LiteralText? Read(
        InterpolatedStringExpressionSyntax source, Func<InterpolationSyntax, LiteralText?> hole)
    {
        var end = EndOf(source.StringEndToken);
        var text = new LiteralText("", [], end);
        var isLineStart = true;
        foreach (var part in source.Contents)
        {
            var next = part is InterpolationSyntax inner
                ? hole(inner)
                : TextOf(((InterpolatedStringTextSyntax)part).TextToken, source, isLineStart);
            if (next is null)
                return null;
            text = text.Then(next);
            isLineStart = false;
        }

        // All of it is one literal: what is wrong may reach over its holes.
        return text with { End = end, Places = [.. text.Places.Select(p => p with { Piece = 0 })] };
    }

    /// <summary>A hole as a typed parameter, numbered from 1.</summary>
    public static LiteralText Parameter(InterpolationSyntax hole, int number)
    {
        var name = KqlText.NameOf(number);
        var span = new TextSpan(hole.SpanStart, hole.Span.Length);
        return LiteralText.Elsewhere(name, span) with
        {
            Holes = [new QueryHole(name, new TextSpan(0, name.Length), hole)],
        };
    }

    private static LiteralText? TextOf(
        SyntaxToken token, InterpolatedStringExpressionSyntax source, bool isLineStart)
    {
        var units = UnitsOf(source, isLineStart);
        // The token's value still has its braces doubled.
        var value = units.HasBraces
            ? token.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
            : token.ValueText;
        var places = units.Places(token.Text, 0, token.SpanStart);
        return places.Count == value.Length ? new LiteralText(value, places, token.Span.End) : null;
    }

    private static CharUnits UnitsOf(InterpolatedStringExpressionSyntax source, bool isLineStart) =>
        source.StringStartToken.Kind() switch
        {
            SyntaxKind.InterpolatedVerbatimStringStartToken => CharUnits.Verbatim.WithBraces(),
            SyntaxKind.InterpolatedSingleLineRawStringStartToken => CharUnits.Raw,
            SyntaxKind.InterpolatedMultiLineRawStringStartToken =>
                CharUnits.RawLines(IndentOf(source.StringEndToken), isLineStart),
            _ => CharUnits.Ordinary.WithBraces(),
        };

    private static int IndentOf(SyntaxToken end) =>
        Math.Max(0, end.Text.AsSpan(end.Text.LastIndexOf('\n') + 1).IndexOf('"'));

    // The closing quotes of a raw string bring the line end before them, which belongs to no text.
    private static int EndOf(SyntaxToken end) => end.SpanStart;
}
