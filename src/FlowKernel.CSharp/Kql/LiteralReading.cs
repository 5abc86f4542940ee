using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Kql;

/// <summary>Reads string literals character by character (C# specification 6.4.5.6 and raw string literals).</summary>
internal static class LiteralReading
{
    /// <summary>The text of a string token with the places of its characters; null for another token.</summary>
    public static LiteralText? Read(SyntaxToken token)
    {
        var text = token.Text;
        var quotes = text.AsSpan().TrimStart('@').IndexOfAnyExcept('"') is var count and >= 0 ? count : text.Length;
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text.StartsWith('@') =>
                Read(token, CharUnits.Verbatim, 2, ClosingAt(text, 2)),
            SyntaxKind.StringLiteralToken => Read(token, CharUnits.Ordinary, 1, ClosingAt(text, 1)),
            SyntaxKind.SingleLineRawStringLiteralToken => Read(token, CharUnits.Raw, quotes, text.Length - quotes),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLineRaw(token),
            _ => null,
        };
    }

    // In a cell that is still being written the closing quote may be missing.
    private static int ClosingAt(string text, int start) =>
        text.Length > start && text[^1] == '"' ? text.Length - 1 : text.Length;

    private static LiteralText? Read(SyntaxToken token, CharUnits units, int start, int end) => Of(
        token.ValueText, units.Places(token.Text[..end], start, token.SpanStart), token.SpanStart + end);

    // The last line, up to the quotes, is the indentation that every line loses; its line end belongs to no text.
    private static LiteralText? MultiLineRaw(SyntaxToken token)
    {
        var source = token.Text;
        var lastLine = source.LastIndexOf('\n') + 1;
        var indent = source.AsSpan(lastLine).IndexOf('"');
        var end = lastLine - (lastLine > 1 && source[lastLine - 2] == '\r' ? 2 : 1);
        if (indent < 0 || token.ContainsDiagnostics)
            return Unfinished(source, token.SpanStart);
        var start = Math.Min(source.IndexOf('\n') + 1, Math.Max(end, 0));
        var places = CharUnits.RawLines(indent).Places(source[..Math.Max(end, 0)], start, token.SpanStart);
        return Of(token.ValueText, places, token.SpanStart + end);
    }

    private static LiteralText Unfinished(string source, int shift)
    {
        var start = source.IndexOf('\n') + 1;
        var places = CharUnits.Raw.Places(source, start, shift);
        return new LiteralText(source[start..], places, shift + source.Length);
    }

    private static LiteralText? Of(string value, List<CharPlace> places, int end) =>
        places.Count == value.Length ? new LiteralText(value, places, end) : null;
}
