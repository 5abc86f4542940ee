using FlowKernel.CSharp.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.QuickInfo;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Completion;

/// <summary>
/// What a name stands for: its signature as Roslyn's quick info writes it, then all that its documentation says, which
/// quick info gives only the summary of.
/// </summary>
internal sealed class Hover
{
    private static readonly string[] OfDocumentation =
    [
        QuickInfoSectionKinds.DocumentationComments, QuickInfoSectionKinds.Exception, "ReturnsDocumentationComments",
        "RemarksDocumentationComments", "ValueDocumentationComments",
    ];

    private readonly QuickInfoItem _item;
    private readonly ISymbol? _symbol;
    private readonly Compilation _compilation;

    private Hover(QuickInfoItem item, ISymbol? symbol, Compilation compilation)
    {
        _item = item;
        _symbol = symbol;
        _compilation = compilation;
    }

    /// <summary>The name's place.</summary>
    public FlowSpan Span => new(_item.Span.Start, _item.Span.Length);

    /// <summary>What stands at an offset or just before it; null when there is nothing to say.</summary>
    public static async Task<Hover?> AtAsync(Document document, int offset, CancellationToken cancellation) =>
        await ExactlyAtAsync(document, offset, cancellation)
        ?? (offset > 0 ? await ExactlyAtAsync(document, offset - 1, cancellation) : null);

    /// <summary>The explanation as text.</summary>
    public string Text(TextStyle style, CancellationToken cancellation)
    {
        var parts = new List<string>();
        foreach (var section in _item.Sections.Where(s => s.Text.Trim().Length > 0))
        {
            // Roslyn writes line ends of Windows everywhere.
            var text = section.Text.ReplaceLineEndings("\n");
            if (section.Kind == QuickInfoSectionKinds.Description)
                parts.Add(style.Block(text));
            else if (_symbol is null || !OfDocumentation.Contains(section.Kind))
                parts.Add(style.Words(text.Trim()));
        }

        if (_symbol is not null)
            parts.AddRange(new SymbolText(style, _compilation).Paragraphs(_symbol, null, cancellation));
        return string.Join("\n\n", parts);
    }

    private static async Task<Hover?> ExactlyAtAsync(Document document, int offset, CancellationToken cancellation)
    {
        var service = QuickInfoService.GetService(document)!;
        if (await service.GetQuickInfoAsync(document, offset, cancellation) is not { } item)
            return null;
        var symbol = await SymbolFinder.FindSymbolAtPositionAsync(document, item.Span.Start, cancellation);
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        return new Hover(item, symbol, model.Compilation);
    }
}
