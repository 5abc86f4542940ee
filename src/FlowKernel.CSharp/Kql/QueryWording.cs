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
            Message = InSource(found.Message, query),
            Span = hole?.InCell ?? query.Text.InCell(found.Span),
            Hint = hole is not null && WantsName(found)
                ? HoleMistakes.NotAName
                : found.Hint is { } hint ? InSource(hint, query) : TypesIn(found.Span, query),
        };
    }

    private static string InSource(string sentence, EmbeddedQuery query) => query.Text.Holes.Aggregate(
        sentence, (text, hole) => text.Replace(hole.Name, hole.Source, StringComparison.Ordinal));

    private static bool WantsName(Diagnostic found) =>
        found.Message.Contains("name expected", StringComparison.OrdinalIgnoreCase);

    /// <summary>The types of the C# values inside a stretch of the query, or null when there is none.</summary>
    private static string? TypesIn(TextSpan span, EmbeddedQuery query)
    {
        var kql = query.Text.Value;
        var text = kql.Substring(span.Start, Math.Min(span.Length, kql.Length - span.Start));
        var words = KqlScan.Words(text).ToHashSet(StringComparer.Ordinal);
        var given = query.Given.Where(g => g.Parameter is not null && words.Contains(g.Name)).Select(Describe).ToList();
        return given.Count == 0 ? null : string.Join(" ", given);
    }

    private static string Describe(GivenParameter given) =>
        $"{given.Source} is a C# {given.CSharpType}, which is {given.Parameter!.Type.Name()} in KQL.";
}
