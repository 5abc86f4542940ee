using FlowKernel.Diagnostics;

namespace FlowKernel.Session;

/// <summary>Judges whether KQL takes a value at a place of a text.</summary>
public static class HolePlaces
{
    private static readonly HashSet<string> BeforeColumns = new(
        ["by", "distinct", "project", "project-away", "project-keep", "project-reorder", "on"], StringComparer.Ordinal);

    // What stands in their brackets is read as text, not as an expression.
    private static readonly HashSet<string> Literals = new(
        ["datetime", "date", "timespan", "time", "real", "double", "decimal", "int", "long", "bool", "guid", "dynamic"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> BeforeTables = new(["union", "join", "lookup"], StringComparer.Ordinal);

    /// <summary>What is wrong with a hole right after a text; null when nothing is.</summary>
    public static Diagnostic? MistakeAfter(string before) => KqlScan.PlaceAfter(before) switch
    {
        KqlPlace.String => HoleMistakes.InString,
        KqlPlace.Code when before.Length > 0 && IsNamePart(before[^1]) => HoleMistakes.InName,
        KqlPlace.Code when LiteralAround(before) is { } type => HoleMistakes.InLiteral(type),
        _ => null,
    };

    /// <summary>True when a text that follows a hole would go on with its name.</summary>
    public static bool ContinuesName(string after) => after.Length > 0 && IsNamePart(after[0]);

    /// <summary>True when a text that follows a hole gives it a value, as if it were a name.</summary>
    public static bool IsNamed(string after) => after.TrimStart() is ['='] or ['=', not ('=' or '~' or '>'), ..];

    /// <summary>True when a hole between these texts stands alone where operators name columns.</summary>
    public static bool IsForColumn(string before, string after)
    {
        var text = before.TrimEnd();
        var start = text.Length;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '-'))
            start--;
        return text.Length < before.Length && BeforeColumns.Contains(text[start..])
            && KqlScan.PlaceAfter(before) == KqlPlace.Code
            && (after.TrimStart() is "" or [',' or '|' or ';' or ')', ..] || IsOrder(KqlScan.Words(after)));
    }

    /// <summary>True when a hole between these texts stands where a table does.</summary>
    public static bool IsForTable(string before, string after)
    {
        if (KqlScan.PlaceAfter(before) != KqlPlace.Code)
            return false;
        var text = before.TrimEnd();
        var word = text is [.., var last] && IsNamePart(last) ? KqlScan.Words(text).Last() : "";
        return BeforeTables.Contains(word)
            || (text is "" or [.., ';' or '('] && after.TrimStart() is ['|', ..]);
    }

    // The type whose literal is open where a text ends, such as datetime after "datetime(2024-01-"; or null.
    private static string? LiteralAround(string before)
    {
        var depth = 0;
        for (var at = before.Length - 1; at >= 0; at--)
        {
            depth += before[at] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth >= 0)
                continue;
            var word = KqlScan.Words(before[..at]).LastOrDefault() ?? "";
            return Literals.Contains(word) && before[..at].TrimEnd().EndsWith(word, StringComparison.Ordinal)
                ? word
                : null;
        }

        return null;
    }

    private static bool IsOrder(IEnumerable<string> next) => next.FirstOrDefault() is "asc" or "desc";

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
