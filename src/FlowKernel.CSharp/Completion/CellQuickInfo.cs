using FlowKernel.CSharp.Completion.Signatures;
using FlowKernel.CSharp.Documentation;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Completion;

/// <summary>
/// What an editor shows of an offset: on a name what it stands for, within the brackets of a call what the call takes,
/// on a name that is an argument both.
/// </summary>
internal static class CellQuickInfo
{
    /// <summary>
    /// What stands at an offset, or just before it, of a document; null when there is nothing to say.
    /// </summary>
    public static async Task<QuickInfo?> ExplainAsync(Document document, int offset, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        var help = await SignatureHelp.AtAsync(document, offset, cancellation);
        var hover = help is null || IsOnName(root, offset)
            ? await Hover.AtAsync(document, offset, cancellation)
            : null;
        if (hover is null && help is null)
            return null;
        string Text(TextStyle style) => string.Join(
            style.Rule,
            new[] { hover?.Text(style, cancellation), help?.Text(style, cancellation) }.Where(t => t is not null));
        return new QuickInfo(Text(TextStyle.Markdown), hover?.Span ?? new FlowSpan(offset, 0))
        {
            Plain = Text(TextStyle.Plain),
        };
    }

    private static bool IsOnName(SyntaxNode root, int offset) =>
        IsName(root.FindToken(offset), offset) || (offset > 0 && IsName(root.FindToken(offset - 1), offset));

    private static bool IsName(SyntaxToken token, int offset) =>
        (token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind()))
        && token.Span.IntersectsWith(offset);
}
