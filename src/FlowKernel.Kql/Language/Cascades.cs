namespace FlowKernel.Kql.Language;

/// <summary>Leaves out what the language service finds only because of another mistake.</summary>
internal static class Cascades
{
    private static readonly HashSet<string> SyntaxCodes =
        new(["KS001", "KS002", "KS003", "KS004", "KS005", "KS006", "KS176", "KS198", "KS250"], StringComparer.Ordinal);

    private static readonly HashSet<string> UnknownNames =
        new(["KS142", "KS143", "KS204", "KS211"], StringComparer.Ordinal);

    /// <summary>Whether a code says that a name is not known.</summary>
    public static bool IsUnknownName(string code) => UnknownNames.Contains(code);

    /// <summary>
    /// The causes in the order of the text, up to the first syntax error: what comes after it mostly comes from it.
    /// </summary>
    public static IReadOnlyList<ReplyDiagnostic> Causes(string kql, IReadOnlyList<ReplyDiagnostic> found)
    {
        var ordered = found.OrderBy(d => d.Start).ToList();
        var broken = ordered.FindIndex(d => SyntaxCodes.Contains(d.Code));
        if (broken >= 0)
            ordered = [.. ordered.Take(broken).Where(d => !ComesFrom(d, ordered[broken], kql)), ordered[broken]];
        ordered.RemoveAll(d => d.Code == "KS236" && ordered.Exists(name => name.Code == "KS211" && IsArgument(name, d, kql)));
        return [.. ordered.Where(d => UnknownNames.Contains(d.Code) || !ordered.Exists(
            other => other.Start == d.Start && other.Length == d.Length && UnknownNames.Contains(other.Code)))];
    }

    /// <summary>A condition cut short just before the error, or a call whose arguments the error is among.</summary>
    private static bool ComesFrom(ReplyDiagnostic found, ReplyDiagnostic syntax, string kql)
    {
        var end = found.Start + found.Length;
        if (end > syntax.Start || syntax.Start > kql.Length || found.Severity != "Error")
            return false;
        var between = kql.AsSpan(end, syntax.Start - end);
        return found.Code switch
        {
            "KS141" => between.IsWhiteSpace(),
            "KS119" => IsArgument(found, syntax, kql),
            _ => false,
        };
    }

    /// <summary>Whether a place is within the brackets after a function's name.</summary>
    private static bool IsArgument(ReplyDiagnostic function, ReplyDiagnostic found, string kql)
    {
        var end = function.Start + function.Length;
        if (found.Start < end || found.Start > kql.Length)
            return false;
        var between = kql.AsSpan(end, found.Start - end);
        return between.Count('(') > between.Count(')');
    }
}
