using FlowKernel.Notebook.Packages;
using FlowKernel.Text;

namespace FlowKernel.CSharp.References;

/// <summary>Reads <c>nuget: Name, Version</c>, the text between the quotes of <c>#r</c> and <c>#i</c>.</summary>
internal static class PackageDirective
{
    private const string Scheme = "nuget:";

    /// <summary>True when a text names a package or a package source, not a file.</summary>
    public static bool Is(string text) => text.TrimStart().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The package that a text asks for.</summary>
    /// <param name="text">The text between the quotes.</param>
    /// <param name="start">Its offset in the cell or file.</param>
    public static PackageRequest Request(string text, int start)
    {
        var rest = text.IndexOf(':', StringComparison.Ordinal) + 1;
        var comma = text.IndexOf(',', rest);
        var name = Trimmed(text, rest, comma < 0 ? text.Length : comma);
        var version = comma < 0 ? name : Trimmed(text, comma + 1, text.Length);
        return new PackageRequest(
            Cut(text, name),
            comma < 0 ? "" : Cut(text, version),
            (name.Length > 0 ? name : new TextSpan(0, text.Length)).Shift(start),
            (version.Length > 0 ? version : name).Shift(start));
    }

    /// <summary>The source that a text names, and where it stands.</summary>
    public static (string Source, TextSpan Span) Source(string text, int start)
    {
        var span = Trimmed(text, text.IndexOf(':', StringComparison.Ordinal) + 1, text.Length);
        return (Cut(text, span), span.Shift(start));
    }

    private static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end - start);
    }
}
