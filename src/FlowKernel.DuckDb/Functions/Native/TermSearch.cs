using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>The term operators where the searched text is not a constant.</summary>
internal static class TermSearch
{
    /// <summary>True when a text occurs at the borders of terms.</summary>
    public static bool Has(string text, string part, TermMatch match, bool matchCase)
    {
        if (part.Length == 0)
            return true;
        var comparison = matchCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = text.IndexOf(part, comparison); at >= 0; at = text.IndexOf(part, at + 1, comparison))
        {
            if (IsBorder(text, at, part, match))
                return true;
        }

        return false;
    }

    /// <summary>True when any, or all, texts of an array occur as terms.</summary>
    public static bool HasSeveral(string text, JsonElement parts, bool all)
    {
        if (parts.ValueKind != JsonValueKind.Array)
            return Has(text, JsonText.Text(parts), TermMatch.Whole, false);
        var texts = parts.EnumerateArray().Where(p => p.ValueKind != JsonValueKind.Null).Select(JsonText.Text);
        return all
            ? texts.All(p => Has(text, p, TermMatch.Whole, false))
            : texts.Any(p => Has(text, p, TermMatch.Whole, false));
    }

    /// <summary>The index of the first text of an array that occurs as a term, or -1.</summary>
    public static long FirstIndex(string text, JsonElement parts)
    {
        if (parts.ValueKind != JsonValueKind.Array)
            return -1;
        for (var i = 0; i < parts.GetArrayLength(); i++)
        {
            if (parts[i].ValueKind != JsonValueKind.Null && Has(text, JsonText.Text(parts[i]), TermMatch.Whole, false))
                return i;
        }

        return -1;
    }

    private static bool IsBorder(string text, int at, string part, TermMatch match)
    {
        var end = at + part.Length;
        var startIsBorder = at == 0 || !TermPattern.IsTermCharacter(part, 0)
            || !TermPattern.IsTermCharacter(text, TermPattern.LastCharacter(text[..at]));
        var endIsBorder = end == text.Length || !TermPattern.IsTermCharacter(part, TermPattern.LastCharacter(part))
            || !TermPattern.IsTermCharacter(text, end);
        return (startIsBorder || !match.HasFlag(TermMatch.Prefix)) && (endIsBorder || !match.HasFlag(TermMatch.Suffix));
    }
}
