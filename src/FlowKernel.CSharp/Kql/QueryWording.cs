using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Kql;

/// <summary>Tells a query's mistakes in the words and at the places of the C# around it.</summary>
internal static class QueryWording
{
    /// <summary>A diagnostic with offsets into the query's text, as one of the cell.</summary>
    public static Diagnostic InCell(Diagnostic found, EmbeddedQuery query)
    {
        var hole = query.Text.Holes.FirstOrDefault(h => h.Inside == found.Span);
        return found with
        {
            Message = query.Text.Holes.Aggregate(
                found.Message, (text, h) => text.Replace(h.Name, h.Source, StringComparison.Ordinal)),
            Span = hole?.InCell ?? query.Text.InCell(found.Span),
            Hint = found.Code == "KS107" && hole is not null ? HoleMistakes.NotAName : found.Hint ?? TypesIn(found.Span, query),
        };
    }

    /// <summary>The types of the C# values inside a stretch of the query, or null when there is none.</summary>
    private static string? TypesIn(TextSpan span, EmbeddedQuery query)
    {
        var text = query.Text.Value.Substring(span.Start, Math.Min(span.Length, query.Text.Value.Length - span.Start));
        var words = KqlScan.Words(text).ToHashSet(StringComparer.Ordinal);
        var given = query.Given.Where(g => g.Parameter is not null && words.Contains(g.Name)).Select(Describe).ToList();
        return given.Count == 0 ? null : string.Join(" ", given);
    }

    private static string Describe(GivenParameter given) =>
        $"{given.Source} is a C# {given.CSharpType}, which is {given.Parameter!.Type.Name()} in KQL.";
}
