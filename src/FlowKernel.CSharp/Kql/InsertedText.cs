using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>Writes KQL as the C# literal around an offset needs it: a quote must not end the literal.</summary>
internal sealed class InsertedText
{
    private const int RawQuotes = 3;
    private readonly bool _isRaw;
    private readonly bool _isVerbatim;

    private InsertedText(string opening)
    {
        var marks = opening.AsSpan().IndexOfAnyExcept('$', '@');
        var quotes = opening.AsSpan(Math.Max(marks, 0));
        var count = quotes.IndexOfAnyExcept('"') is var end and >= 0 ? end : quotes.Length;
        _isRaw = count >= RawQuotes;
        _isVerbatim = opening.AsSpan(0, Math.Max(marks, 0)).Contains('@');
    }

    /// <summary>For the literal that an offset is in.</summary>
    public static InsertedText At(SyntaxNode root, int offset) =>
        new(OpeningOf(root.FindToken(Math.Max(0, offset - 1))));

    /// <summary>
    /// The text for the literal: KQL takes either kind of quotes, so double ones become single ones where that changes
    /// nothing else.
    /// </summary>
    public string Of(string kql)
    {
        if (_isRaw)
            return kql;
        var quoted = kql.Contains('\'', StringComparison.Ordinal) ? kql : kql.Replace('"', '\'');
        return _isVerbatim
            ? quoted.Replace("\"", "\"\"", StringComparison.Ordinal)
            : quoted.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
    }

    private static string OpeningOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken => token.Text,
        _ => token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>()?.StringStartToken.Text ?? token.Text,
    };
}
