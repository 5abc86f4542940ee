using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Tells whether a cell's text is finished, from its syntax alone.</summary>
internal static class SubmissionCompleteness
{
    // A string or character that must end on its line: no further line can close it.
    private static readonly string[] Unclosable = ["CS1010", "CS1012"];

    /// <summary>Complete, waiting for more text, or wrong whatever follows.</summary>
    public static Completeness Of(string code)
    {
        var tree = SubmissionCompiler.Parse(code, "");
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Exists(e => Unclosable.Contains(e.Id)))
            return Completeness.Invalid;
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return Completeness.Incomplete;
        return errors.Count > 0 ? Completeness.Invalid : Completeness.Complete;
    }
}
