using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Tells whether a cell's text is finished, from its syntax alone.</summary>
internal static class SubmissionCompleteness
{
    // A string or character that must end on its line: no further line can close it.
    private static readonly string[] Unclosable = ["CS1010", "CS1012"];

    // Reported where the literal or comment begins, though only its end is missing.
    private static readonly string[] OpenToTheEnd = ["CS1035", "CS1039", "CS8997", "CS8076", "CS8999"];

    /// <summary>Complete, waiting for more text, or wrong whatever follows.</summary>
    public static Completeness Of(string code)
    {
        var tree = SubmissionCompiler.Parse(code, "");
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Exists(e => Unclosable.Contains(e.Id)))
            return Completeness.Invalid;
        if (errors.Count > 0 && errors.TrueForAll(e => OpenToTheEnd.Contains(e.Id) || IsTryAtTheEnd(e, tree)))
            return Completeness.Incomplete;
        if (SyntaxFactory.IsCompleteSubmission(tree))
            return errors.Count > 0 ? Completeness.Invalid : Completeness.Complete;
        return HasUnusableTokens(tree) || errors.Exists(e => IsBeforeTheEnd(e, tree))
            ? Completeness.Invalid
            : Completeness.Incomplete;
    }

    // Its catch or finally may still come.
    private static bool IsTryAtTheEnd(Diagnostic error, SyntaxTree tree) =>
        error.Id == "CS1524" && error.Location.SourceSpan.End == tree.GetRoot().GetLastToken().Span.End;

    private static bool HasUnusableTokens(SyntaxTree tree) =>
        tree.GetRoot().DescendantTrivia().Any(t => t.IsKind(SyntaxKind.SkippedTokensTrivia));

    // What is only missing at the end may still come; a mistake before it stays one.
    private static bool IsBeforeTheEnd(Diagnostic error, SyntaxTree tree) =>
        !OpenToTheEnd.Contains(error.Id)
        && error.Location.SourceSpan.Start < tree.GetRoot().GetLastToken().Span.End;
}
