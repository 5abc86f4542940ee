using System.Text.RegularExpressions;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// One pattern of uap-core and what a match says: each property is a group of the match, or a text in which <c>$1</c>
/// to <c>$9</c> stand for groups.
/// </summary>
internal sealed partial class UserAgentPattern(
    string pattern, bool ignoresCase, IReadOnlyDictionary<string, string> replacements)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lazy<Regex> _regex = new(() => new Regex(
        pattern, RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : default), Patience));

    /// <summary>The match in a text; null where there is none, or none is found in time.</summary>
    public Match? Find(string text)
    {
        try
        {
            return _regex.Value.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>A property of a match: its replacement, else the group; group 0 is none.</summary>
    public string Property(Match match, string replacement, int group)
    {
        if (replacements.TryGetValue(replacement, out var text))
            return Place().Replace(text, p => match.Groups[p.Value[1] - '0'].Value).Trim();
        return group > 0 ? match.Groups[group].Value.Trim() : "";
    }

    [GeneratedRegex("\\$[1-9]")]
    private static partial Regex Place();
}
