using FlowKernel.Diagnostics;
using FlowKernel.Session;
using FlowKernel.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>What is wrong with the values that C# gives to a query; spans are the cell's.</summary>
internal static class GivenMistakes
{
    /// <summary>The code for a hole that becomes text: then the query is not known before it runs.</summary>
    public const string PastedCode = "FK1206";

    /// <summary>All mistakes, errors first for each value.</summary>
    public static IEnumerable<Diagnostic> Of(EmbeddedQuery query) =>
    [
        .. query.Text.Holes.Select(h => Of(h, query)).OfType<Diagnostic>(),
        .. query.Given.Where(g => g.Parameter is null).Select(Unsupported),
        .. Unused(query),
    ];

    private static Diagnostic? Of(QueryHole hole, EmbeddedQuery query)
    {
        var before = query.Text.Value[..hole.Inside.Start];
        var after = query.Text.Value[hole.Inside.End..];
        if (KqlScan.PlaceAfter(before) == KqlPlace.Comment)
            return null;
        // C# makes one text of a choice before anything can take its holes.
        if (!query.TakesHoles || query.IsChoice)
            return hole.IsInSum || query.IsChoice ? PastedInText(hole) : Pasted with { Span = hole.InCell };
        var mistake = hole.Syntax.FormatClause is not null || hole.Syntax.AlignmentClause is not null
            ? HoleMistakes.Formatted
            : HolePlaces.MistakeAfter(before)
            ?? (HolePlaces.ContinuesName(after) ? HoleMistakes.InName : null)
            ?? (HolePlaces.IsNamed(after) ? HoleMistakes.ForName : null)
            ?? (HolePlaces.IsForTable(before, after) ? HoleMistakes.ForTable : null)
            ?? (HolePlaces.IsForColumn(before, after) ? HoleMistakes.ForColumn : null);
        return mistake is null ? null : mistake with { Span = hole.InCell };
    }

    private static Diagnostic Unsupported(GivenParameter given) => given.IsNoObject
        ? new Diagnostic(
            "FK1212", $"A {given.CSharpType} is no object whose properties are the query's parameters.", given.Place!.Value,
            "Write new { ip } to hand over the variable ip, or new { ip = value }.")
        : given.Source.StartsWith('{')
        ? HoleMistakes.Unsupported(given.CSharpType) with { Span = given.Place ?? default }
        : new Diagnostic(
            "FK1209", $"'{given.Source}' is of type {given.CSharpType}, which KQL has no type for.", given.Place ?? default,
            $"Give one of: {QueryParameters.SupportedTypes}; or a list of them.");

    // An object made elsewhere may well hold more than this query needs; one written here should not.
    private static IEnumerable<Diagnostic> Unused(EmbeddedQuery query)
    {
        // Another of the texts may use it.
        if (query.IsChoice)
            return [];
        var words = KqlScan.Words(query.Text.Value).ToHashSet(StringComparer.Ordinal);
        return query.Given
            .Where(g => g is { Place: not null, IsNoObject: false } && !g.Source.StartsWith('{') && !words.Contains(g.Name))
            .Select(g => new Diagnostic(
                "FK1208", $"The query does not use the parameter '{g.Name}'.", g.Place!.Value,
                NearestHint(g, query, words), Severity.Warning));
    }

    private static string NearestHint(GivenParameter given, EmbeddedQuery query, HashSet<string> words) =>
        NearestName.Find(given.Name, words.Except(query.Request.Parameters.Keys)) is { } near
            ? $"Did you mean '{near}', which the query names?"
            : $"Name it in the query, as in: where SrcIp == {given.Name}.";

    private static Diagnostic PastedInText(QueryHole hole)
    {
        var name = hole.Syntax.Expression is IdentifierNameSyntax variable ? variable.ToString() : $"value = {hole.Syntax.Expression}";
        return Pasted with
        {
            Span = hole.InCell,
            Hint = $"Name the value in the query's text and hand it over beside it: new {{ {name} }}.",
        };
    }

    private static Diagnostic Pasted { get; } = new(
        PastedCode, "This hole is pasted into the query as text, so a value can change what the query means.", default,
        "Make the parameter that takes it a KqlText: then holes are typed parameters.", Severity.Warning);
}
