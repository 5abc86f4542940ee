using System.Text;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.QuickInfo;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Completion;

/// <summary>Roslyn's quick info as Markdown: the signature as C#, then what its documentation says.</summary>
internal static class CellQuickInfo
{
    /// <summary>
    /// What stands at an offset, or just before it, of a document; null when there is nothing to say.
    /// </summary>
    public static async Task<QuickInfo?> ExplainAsync(Document document, int offset, CancellationToken cancellation)
    {
        var service = QuickInfoService.GetService(document)!;
        var found = await service.GetQuickInfoAsync(document, offset, cancellation)
            ?? (offset > 0 ? await service.GetQuickInfoAsync(document, offset - 1, cancellation) : null);
        return found is null ? null : new QuickInfo(Markdown(found), new FlowSpan(found.Span.Start, found.Span.Length));
    }

    private static string Markdown(QuickInfoItem item)
    {
        var text = new StringBuilder();
        foreach (var section in item.Sections.Where(s => s.Text.Length > 0))
        {
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(section.Kind == QuickInfoSectionKinds.Description
                ? $"```csharp\n{section.Text}\n```"
                : Escape(section.Text.Trim()));
        }

        return text.ToString();
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            escaped.Append(c is '\\' or '`' or '*' or '_' or '<' or '>' or '[' or ']' or '#' ? "\\" : "").Append(c);
        return escaped.ToString();
    }
}
