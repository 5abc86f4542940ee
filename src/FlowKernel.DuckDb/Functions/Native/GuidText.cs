using System.Text.RegularExpressions;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// GUIDs out of texts: 32 hexadecimal digits, with or without hyphens between the groups; what comes after them is
/// ignored (https://learn.microsoft.com/kusto/query/toguid-function).
/// </summary>
internal static partial class GuidText
{
    /// <summary>The GUID that a text begins with, or null.</summary>
    public static Guid? Parse(string text) =>
        Digits().Match(text) is { Success: true, Value: var digits }
            ? Guid.ParseExact(digits.Replace("-", "", StringComparison.Ordinal), "N")
            : null;

    [GeneratedRegex(
        "^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
