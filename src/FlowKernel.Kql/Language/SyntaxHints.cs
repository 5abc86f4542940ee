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

    /// <summary>The hint for a message about what is written, or null.</summary>
    public static string? For(string code, string message, string written) => code switch
    {
        "KS005" when OneOf().Match(message) is { Success: true } list =>
            DidYouMean(written, list.Groups[1].Value.TrimEnd('.').Split(", ")),
        "KS005" => DidYouMean(written, WordOperators),
        "KS141" when SingleEquals().IsMatch(written) => "Write == to compare.",
        _ => null,
    };

    private static string? DidYouMean(string written, IEnumerable<string> names) =>
        NearestName.Find(written, names) is { } near ? $"Did you mean '{near}'?" : null;

    [GeneratedRegex("^Expected one of: (.*)$")]
    private static partial Regex OneOf();

    [GeneratedRegex("(?<![=!<>])=(?![=~>])")]
    private static partial Regex SingleEquals();
}
