namespace FlowKernel.Kql.Language;

/// <summary>Ways out where a value has not the type that its place wants.</summary>
internal static class TypeHints
{
    /// <summary>The hint for a message about a type, or null.</summary>
    public static string? For(string code, string message) => code switch
    {
        "KS107" or "KS141" when message.Contains("datetime", StringComparison.Ordinal) =>
            "Write a time as datetime(2024-04-20), or convert a text with todatetime().",
        "KS107" or "KS141" when message.Contains("timespan", StringComparison.Ordinal) => "Write a timespan, such as 7d or 12h.",
        "KS141" when message.Contains("type dynamic", StringComparison.Ordinal) =>
            "Make a list first, for example with split(X, \",\") or parse_json(X).",
        "KS116" when message.Contains("'dynamic'", StringComparison.Ordinal) =>
            "Convert the dynamic value with tostring(), tolong() or todatetime().",
        "KS147" => "A text has no []: write substring(X, 0, 1), or split(X, \".\")[0] for a part of it.",
        "KS236" => "Write it after by, or within an aggregate such as sum(X), max(X) or take_any(X).",
        _ => null,
    };
}
