using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Kql;

/// <summary>Reads string literals character by character (C# specification 6.4.5.6 and raw string literals).</summary>
internal static class LiteralReading
{
    /// <summary>The text of a string token with the places of its characters; null for another token.</summary>
    public static LiteralText? Read(SyntaxToken token)
    {
        var places = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when token.Text.StartsWith('@') => Verbatim(token.Text),
            SyntaxKind.StringLiteralToken => Ordinary(token.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => SingleLineRaw(token.Text),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLineRaw(token.Text),
            _ => null,
        };
        return places is null || places.Count != token.ValueText.Length + 1
            ? null
            : new LiteralText(token.ValueText, places.ConvertAll(p => token.SpanStart + p));
    }

    private static List<int> Ordinary(string source)
    {
        var places = new List<int>();
        var end = source.Length - 1;
        for (var at = 1; at < end; at += EscapeLength(source, at))
        {
            places.Add(at);
            // Beyond the basic plane one escape gives two characters.
            if (source.AsSpan(at).StartsWith("\\U000") && !source.AsSpan(at).StartsWith("\\U0000"))
                places.Add(at);
        }

        places.Add(end);
        return places;
    }

    private static int EscapeLength(string source, int at) => source[at] != '\\' ? 1 : source[at + 1] switch
    {
        'u' => 6,
        'U' => 10,
        'x' => 2 + source.AsSpan(at + 2).Slice(0, Math.Min(4, source.Length - at - 2)) switch
        {
            var digits => digits.IndexOfAnyExcept(Hex) is var length and >= 0 ? length : digits.Length,
        },
        _ => 2,
    };

    private const string Hex = "0123456789abcdefABCDEF";

    private static List<int> Verbatim(string source)
    {
        var places = new List<int>();
        var end = source.Length - 1;
        for (var at = 2; at < end; at += source[at] == '"' ? 2 : 1)
            places.Add(at);
        places.Add(end);
        return places;
    }

    private static List<int> SingleLineRaw(string source)
    {
        var quotes = source.AsSpan().IndexOfAnyExcept('"');
        return [.. Enumerable.Range(quotes, source.Length - (2 * quotes) + 1)];
    }

    // The last line, up to the quotes, is the indentation that every line loses; its line end belongs to no text.
    private static List<int> MultiLineRaw(string source)
    {
        var lastLine = source.LastIndexOf('\n') + 1;
        var indent = source.AsSpan(lastLine).IndexOf('"');
        var end = lastLine - (lastLine > 1 && source[lastLine - 2] == '\r' ? 2 : 1);
        var places = new List<int>();
        for (var line = source.IndexOf('\n') + 1; line <= end;)
        {
            var next = source.IndexOf('\n', line) + 1;
            var content = Math.Min(line + indent, LineEnd(source, next));
            for (var at = content; at < Math.Min(next, end); at++)
                places.Add(at);
            line = next;
        }

        places.Add(end);
        return places;
    }

    private static int LineEnd(string source, int next) =>
        next >= 2 && source[next - 2] == '\r' ? next - 2 : next - 1;
}
