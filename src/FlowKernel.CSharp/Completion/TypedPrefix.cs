namespace FlowKernel.CSharp.Completion;

/// <summary>How well a name fits what was typed so far.</summary>
internal static class TypedPrefix
{
    /// <summary>
    /// 0: begins with it; 1: begins with it but for case; 2: its word starts spell it (<c>rl</c> for <c>ReadLine</c>);
    /// 3: contains it but for case; null: does not fit.
    /// </summary>
    public static int? Fit(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? 0
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : WordStarts(name).StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 2
        : name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 3
        : null;

    private static string WordStarts(string name) =>
        string.Concat(name.Where((c, i) => i == 0 || char.IsUpper(c) || name[i - 1] == '_'));
}
