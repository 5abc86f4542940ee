using System.Text.RegularExpressions;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>Ways out of mistakes that are no misspelt names: misspelt words of the grammar, = for ==.</summary>
internal static partial class SyntaxHints
{
    private static readonly string[] WordOperators =
    [
        "and", "or", "has", "has_cs", "!has", "has_any", "has_all", "hasprefix", "hassuffix", "contains", "contains_cs",
        "!contains", "startswith", "startswith_cs", "endswith", "endswith_cs", "in", "in~", "!in", "between",
        "!between", "matches regex",
    ];

    private static readonly string[] RenderNames =
    [
        "title", "kind", "legend", "series", "xcolumn", "ycolumns", "anomalycolumns", "xtitle", "ytitle", "xaxis", "yaxis",
        "xmin", "xmax", "ymin", "ymax", "ysplit", "accumulate",
    ];

    /// <summary>The name of a property of render that a misspelt one was meant to be, as a question; or null.</summary>
    public static string? ForRender(string kql, TextSpan place) =>
        RenderProperties().IsMatch(kql[..place.Start])
            ? DidYouMean(kql.Substring(place.Start, place.Length), RenderNames)
                ?? $"The properties are {string.Join(", ", RenderNames)}."
            : null;

    /// <summary>The hint for a message about what is written, or null.</summary>
    public static string? For(string code, string message, string written) => code switch
    {
        "KS005" when OneOf().Match(message) is { Success: true } list =>
            NameHabits.Offer(written, list.Groups[1].Value.TrimEnd('.').Split(", ")),
        "KS005" when QueryOperators.Names.Contains(written, StringComparer.OrdinalIgnoreCase) =>
            $"Write | before '{written}'.",
        "KS005" => DidYouMean(written, WordOperators),
        "KS001" when SyntaxMessages.IsOpenText(message) => "A text ends with the quotation mark that it begins with, on the same line.",
        "KS141" when SingleEquals().IsMatch(written) => "Write == to compare.",
        _ => null,
    };

    private static string? DidYouMean(string written, IEnumerable<string> names) =>
        NearestName.Find(written, names) is { } near ? $"Did you mean '{near}'?" : null;

    [GeneratedRegex(@"\|\s*render\s+\w+\s+with\s*\((?:[^()|]*,)?\s*$")]
    private static partial Regex RenderProperties();

    [GeneratedRegex("^Expected one of: (.*)$")]
    private static partial Regex OneOf();

    [GeneratedRegex("(?<![=!<>])=(?![=~>])")]
    private static partial Regex SingleEquals();
}
