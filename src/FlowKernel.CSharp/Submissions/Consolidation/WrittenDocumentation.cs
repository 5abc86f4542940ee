using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>The documentation comments of a cell's variables, which an editor shows with their names.</summary>
internal static class WrittenDocumentation
{
    private static readonly string[] Starts = ["///", "/**"];

    /// <summary>The comment of each variable that has one, by its name, as its user wrote it.</summary>
    public static IReadOnlyDictionary<string, string> OfVariables(Submission cell)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Starts.Any(s => cell.Code.Contains(s, StringComparison.Ordinal)))
            return found;
        foreach (var declaration in SubmissionCompiler.Parse(cell.Code, "").GetRoot().ChildNodes().OfType<FieldDeclarationSyntax>())
        {
            var comment = string.Concat(declaration.GetLeadingTrivia().Select(t => t.ToString())
                .Where(t => Starts.Any(s => t.StartsWith(s, StringComparison.Ordinal))).Select(t => t + '\n'));
            foreach (var variable in declaration.Declaration.Variables.Where(_ => comment.Length > 0))
                found[variable.Identifier.ValueText] = comment;
        }

        return found;
    }
}
