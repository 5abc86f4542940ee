using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlowKernel.CSharp.Completion.Overriding;

/// <summary>A place in a type, after <c>override</c>, where the member to override is named.</summary>
/// <param name="Type">The type.</param>
/// <param name="Word">What is typed of the name so far, and what follows of the same word.</param>
/// <param name="Access">The accessibility that is written before, such as <c>public</c>; may be empty.</param>
/// <param name="Result">The type that is written before; may be empty.</param>
/// <param name="Indent">The white space before the line; null where the type is closed on the same line.</param>
internal sealed record OverridePlace(
    TypeDeclarationSyntax Type, TextSpan Word, string Access, string Result, string? Indent)
{
    private static readonly SyntaxKind[] Accesses =
    [
        SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword,
    ];

    private static readonly SyntaxKind[] Modifiers =
    [
        .. Accesses, SyntaxKind.AsyncKeyword, SyntaxKind.SealedKeyword, SyntaxKind.AbstractKeyword,
        SyntaxKind.UnsafeKeyword, SyntaxKind.ExternKeyword, SyntaxKind.RequiredKeyword, SyntaxKind.OverrideKeyword,
    ];

    /// <summary>The place of an offset; null elsewhere.</summary>
    public static OverridePlace? At(SyntaxNode root, SourceText text, int offset)
    {
        var word = WordAt(text, offset);
        if (word.Start == 0)
            return null;
        var last = root.FindToken(word.Start - 1);
        var keyword = Back(last).SkipWhile(CanBeOfType).FirstOrDefault();
        if (!keyword.IsKind(SyntaxKind.OverrideKeyword) || keyword.Span.End >= word.Start
            || keyword.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return null;
        var access = Back(keyword).TakeWhile(t => Modifiers.Contains(t.Kind())).Reverse()
            .Where(t => Accesses.Contains(t.Kind())).Select(t => t.Text);
        return new OverridePlace(
            type, word, string.Join(' ', access), text.ToString(TextSpan.FromBounds(keyword.Span.End, word.Start)).Trim(),
            IndentOf(text, word.End));
    }

    private static IEnumerable<SyntaxToken> Back(SyntaxToken token)
    {
        for (var t = token; !t.IsKind(SyntaxKind.None); t = t.GetPreviousToken())
            yield return t;
    }

    private static bool CanBeOfType(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind())
        || token.Kind() is SyntaxKind.DotToken or SyntaxKind.LessThanToken or SyntaxKind.GreaterThanToken
            or SyntaxKind.CommaToken or SyntaxKind.QuestionToken or SyntaxKind.OpenBracketToken
            or SyntaxKind.CloseBracketToken;

    private static TextSpan WordAt(SourceText text, int offset)
    {
        var (start, end) = (offset, offset);
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1]))
            start--;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end]))
            end++;
        return TextSpan.FromBounds(start, end);
    }

    private static string? IndentOf(SourceText text, int offset)
    {
        var line = text.Lines.GetLineFromPosition(offset);
        if (text.ToString(TextSpan.FromBounds(offset, line.End)).Contains('}', StringComparison.Ordinal))
            return null;
        var written = line.ToString();
        return written[..^written.TrimStart().Length];
    }
}
