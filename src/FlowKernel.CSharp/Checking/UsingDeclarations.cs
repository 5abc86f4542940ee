using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using FlowDiagnostic = FlowKernel.Diagnostics.Diagnostic;

namespace FlowKernel.CSharp.Checking;

/// <summary>
/// Finds <c>using var x = ...;</c> among a cell's own statements. Scripts have no such declarations: the parser takes it
/// for an import without its semicolon, and says four things of which none helps.
/// </summary>
internal static class UsingDeclarations
{
    /// <summary>FK1017 for each, in text order.</summary>
    public static IReadOnlyList<FlowDiagnostic> Find(CompilationUnitSyntax cell) =>
        [.. cell.Usings.Where(u => IsDeclaration(u, cell)).Select(u => Mistake(u, cell))];

    private static bool IsDeclaration(UsingDirectiveSyntax import, CompilationUnitSyntax cell) =>
        import.SemicolonToken.IsMissing && import.Alias is null && Assignment(import, cell) is not null;

    // What the parser has made of the rest: "x = ...;".
    private static AssignmentExpressionSyntax? Assignment(UsingDirectiveSyntax import, CompilationUnitSyntax cell) =>
        cell.Members.OfType<GlobalStatementSyntax>().FirstOrDefault(m => m.SpanStart >= import.Span.End)?.Statement
            is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax } made }
            && made.IsKind(SyntaxKind.SimpleAssignmentExpression)
            ? made
            : null;

    private static FlowDiagnostic Mistake(UsingDirectiveSyntax import, CompilationUnitSyntax cell)
    {
        var (type, name) = (import.NamespaceOrType.ToString(), Assignment(import, cell)!.Left.ToString());
        return new FlowDiagnostic(
            "FK1017",
            "A cell's variables live on after it, so 'using' has no end of a scope to dispose of one at.",
            new TextSpan(import.UsingKeyword.SpanStart, import.UsingKeyword.Span.Length),
            $"Write '{type} {name} = ...;' and {name}.Dispose() where it is done with, or 'using ({type} {name} = ...) {{ ... }}'.");
    }
}
