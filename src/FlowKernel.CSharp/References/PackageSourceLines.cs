using System.Text;
using System.Text.RegularExpressions;
using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.References;

/// <summary>
/// The lines <c>#i "nuget: SOURCE"</c>. The compiler does not know them, so they become comments of the same length
/// before it sees the text, and are read back from these.
/// </summary>
internal static partial class PackageSourceLines
{
    private const string Directive = "#i";
    private const string Comment = "//";

    /// <summary>The text with those lines hidden; offsets stay.</summary>
    public static string Hidden(string code)
    {
        if (!MayHold(code, Directive))
            return code;
        var tree = CSharpSyntaxTree.ParseText(code, Submissions.SubmissionCompiler.ParseOptions);
        var text = new StringBuilder(code);
        foreach (var line in Trivia(tree, SyntaxKind.BadDirectiveTrivia))
        {
            if (Line().Match(line.ToString()) is { Success: true })
                text.Remove(line.SpanStart, Directive.Length).Insert(line.SpanStart, Comment);
        }

        return text.ToString();
    }

    /// <summary>The hidden lines of a text: what is between the quotes of each, and where.</summary>
    public static IEnumerable<(string Text, TextSpan Span)> In(SyntaxTree tree) =>
        !MayHold(tree.ToString(), Comment)
            ? []
            : from line in Trivia(tree, SyntaxKind.SingleLineCommentTrivia)
              let match = Line().Match(line.ToString())
              where match.Success
              let text = match.Groups["text"]
              select (text.Value, new TextSpan(line.SpanStart + text.Index, text.Length));

    private static IEnumerable<SyntaxTrivia> Trivia(SyntaxTree tree, SyntaxKind kind) =>
        tree.GetRoot().DescendantTrivia().Where(t => t.IsKind(kind));

    private static bool MayHold(string code, string start) => Anywhere(start).IsMatch(code);

    private static Regex Anywhere(string start) => start == Directive ? AnyDirective() : AnyComment();

    [GeneratedRegex("""^(#i|//)[ \t]+"(?<text>[^"]*)"[ \t]*$""")]
    private static partial Regex Line();

    [GeneratedRegex("""^[ \t]*#i[ \t]+"nuget:""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex AnyDirective();

    [GeneratedRegex("""^[ \t]*//[ \t]+"nuget:""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex AnyComment();
}
