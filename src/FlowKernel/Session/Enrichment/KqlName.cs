namespace FlowKernel.Session.Enrichment;

/// <summary>Writes names into KQL text.</summary>
internal static class KqlName
{
    /// <summary>The name as it is where it is a plain identifier, else in brackets and quotes.</summary>
    public static string Quote(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : $"['{Escape(name)}']";

    private static string Escape(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
