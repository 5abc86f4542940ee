using System.Text.RegularExpressions;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>The language service's sentences about syntax, where its own leave the reader to guess.</summary>
internal static partial class SyntaxMessages
{
    /// <summary>The sentence for a diagnostic at a place.</summary>
    public static string For(ReplyDiagnostic found, string kql, TextSpan place)
    {
        var written = kql.Substring(place.Start, place.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var word, ..] ? word : "";
        return (found.Code, found.Message) switch
        {
            ("KS005", "Expected: ;") or ("KS198", _) or ("KS002", _) when written.Length > 0 => $"'{written}' is not expected here.",
            ("KS250", _) => "'#' is not expected here.",
            ("KS005", "Expected: ;") => "The query is not expected to go on here.",
            ("KS005", var message) when Expected().Match(message) is { Success: true } wanted => $"Expected: '{wanted.Groups[1].Value}'.",
            ("KS001", var message) when IsOpenText(message) => $"A text has no closing {found.Message[^1]}.",
            ("KS006", var message) when message.StartsWith("Missing expression: If the keyword", StringComparison.Ordinal) =>
                "Missing expression.",
            ("KS006", var message) when message.StartsWith("Missing name: If the keyword", StringComparison.Ordinal) => "Missing name.",
            (_, var message) => message.EndsWith('.') ? message : message + ".",
        };
    }

    /// <summary>Whether the language service's message means a text without its closing quotation mark.</summary>
    public static bool IsOpenText(string message) => message is "Missing: '" or "Missing: \"";

    /// <summary>The word at a place or after the white space there; the place itself where there is none.</summary>
    public static TextSpan WordAt(string kql, TextSpan place)
    {
        if (place.Length > 0 && !string.IsNullOrWhiteSpace(kql.Substring(place.Start, place.Length)))
            return place;
        var word = Word().Match(kql, place.Start);
        return word.Success ? new TextSpan(word.Groups[1].Index, word.Groups[1].Length) : place;
    }

    [GeneratedRegex("^Expected: (\\S+)$")]
    private static partial Regex Expected();

    [GeneratedRegex(@"\G\s*([\w-]+)")]
    private static partial Regex Word();
}
