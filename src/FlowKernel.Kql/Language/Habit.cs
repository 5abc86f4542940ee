using System.Text.RegularExpressions;

namespace FlowKernel.Kql.Language;

/// <summary>
/// A habit from another language by what it looks like: the code that the language service gives, what stands before
/// the place, and what stands there.
/// </summary>
/// <param name="Codes">The codes of the diagnostics, parted by blanks.</param>
/// <param name="Before">A pattern for the text up to the place; it ends there.</param>
/// <param name="Here">
/// A pattern for the text from the place on; its group <c>at</c>, where it has one, is the better place for the caret.
/// </param>
/// <param name="Hint">The way out; <c>$name</c> stands for a group of either pattern, in braces.</param>
internal sealed record Habit(string Codes, string Before, string Here, string Hint)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // A hint looks no further than this; patterns on a whole long query would take long.
    private const int Sight = 200;

    private readonly Lazy<Regex> _before = new(() => new Regex($"(?:{Before})$", Options));
    private readonly Lazy<Regex> _here = new(() => new Regex($"^(?:{Here})", Options));

    /// <summary>What was found at a place, or null.</summary>
    public (string Hint, int Start, int Length)? At(string code, string kql, int place)
    {
        if (!Codes.Split(' ').Contains(code, StringComparer.Ordinal))
            return null;
        var from = Math.Max(0, place - Sight);
        var before = _before.Value.Match(kql[from..place]);
        if (!before.Success)
            return null;
        var here = _here.Value.Match(kql[place..Math.Min(kql.Length, place + Sight)]);
        if (!here.Success)
            return null;
        var at = here.Groups["at"] is { Success: true } better ? better : here;
        return (Filled(before.Groups, here.Groups), place + at.Index, at.Length);
    }

    private string Filled(params ReadOnlySpan<GroupCollection> found)
    {
        var hint = Hint;
        foreach (var groups in found)
        {
            foreach (Group group in groups)
                hint = hint.Replace($"${{{group.Name}}}", group.Value, StringComparison.Ordinal);
        }

        return hint;
    }
}
