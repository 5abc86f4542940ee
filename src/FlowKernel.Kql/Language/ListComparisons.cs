using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;

namespace FlowKernel.Kql.Language;

/// <summary>
/// Operators that compare with one value. KQL lets a list stand there and reads it as one text, so no row ever fits:
/// whoever hands a list over means one of its values. What is looked into is another matter: a list <c>has</c> its values.
/// </summary>
internal static class ListComparisons
{
    private static readonly HashSet<string> OfOneValue = new(
        [
            "==", "!=", "=~", "!~", "<", "<=", ">", ">=", "has", "hasprefix", "hassuffix", "contains", "startswith",
            "endswith", "matches regex",
        ],
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> OfEach = new(StringComparer.Ordinal)
    {
        ["=="] = "in", ["!="] = "!in", ["=~"] = "in~", ["!~"] = "!in~", ["has"] = "has_any", ["contains"] = "has_any",
    };

    /// <summary>The operator of a node that compares with one value, as it is written; null for other nodes.</summary>
    public static string? OperatorOf(SyntaxNode node) =>
        node.Find("Operator")?.Text is { } written && OfOneValue.Contains(Plain(written)) ? written : null;

    /// <summary>True for an operator that finds its right side inside the left.</summary>
    public static bool LooksInto(string written) => char.IsAsciiLetter(written[^1]);

    /// <summary>A list where one value belongs.</summary>
    /// <param name="origin">What the user knows the list as, at the start of a sentence.</param>
    /// <param name="use">Where the list is named.</param>
    /// <param name="written">The operator.</param>
    public static Diagnostic Mistake(string origin, SyntaxNode use, string written) => new(
        "FK1114",
        $"{origin} is a list, and '{written}' compares with one value.",
        use.Span,
        OfEach.TryGetValue(written, out var each)
            ? $"Write {each} ({use.Text}), which compares with each of its values."
            : $"Compare with one of its values, such as {use.Text}[0].");

    // Of !has_cs: has.
    private static string Plain(string written)
    {
        var bare = char.IsAsciiLetter(written[^1]) ? written.TrimStart('!') : written;
        return bare.EndsWith("_cs", StringComparison.Ordinal) ? bare[..^3] : bare;
    }
}
