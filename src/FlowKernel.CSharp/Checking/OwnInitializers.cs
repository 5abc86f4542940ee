using FlowKernel.CSharp.Submissions;
using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using FlowDiagnostic = FlowKernel.Diagnostics.Diagnostic;
using FlowSeverity = FlowKernel.Diagnostics.Severity;

namespace FlowKernel.CSharp.Checking;

/// <summary>
/// Finds <c>int x = x + 1;</c> among a cell's own statements: the second x is the new variable, still 0, and not that of
/// an earlier cell. The compiler lets it pass, since variables of a script are fields.
/// </summary>
internal static class OwnInitializers
{
    /// <summary>FK1030 for each, in text order.</summary>
    public static IEnumerable<FlowDiagnostic> Find(CSharpCompilation cell, CancellationToken cancellation)
    {
        var tree = cell.CellTree();
        return ((CompilationUnitSyntax)tree.GetRoot(cancellation)).Members
            .OfType<FieldDeclarationSyntax>()
            .SelectMany(f => f.Declaration.Variables)
            .Select(v => Reading(v, cell.GetSemanticModel(tree), cancellation))
            .OfType<IdentifierNameSyntax>()
            .Select(Mistake);
    }

    // A lambda may call itself.
    private static IdentifierNameSyntax? Reading(
        VariableDeclaratorSyntax variable, SemanticModel model, CancellationToken cancellation) =>
        variable.Initializer?.Value
            .DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax)
            .OfType<IdentifierNameSyntax>()
            .FirstOrDefault(n => n.Identifier.ValueText == variable.Identifier.ValueText
                && SymbolEqualityComparer.Default.Equals(
                    model.GetSymbolInfo(n, cancellation).Symbol, model.GetDeclaredSymbol(variable, cancellation)));

    private static FlowDiagnostic Mistake(IdentifierNameSyntax name) => new(
        "FK1030",
        $"This '{name}' is the variable that is being declared, which has no value yet, and not that of an earlier cell.",
        new TextSpan(name.SpanStart, name.Span.Length),
        CellHints.ForOwnInitializer(name.Identifier.ValueText),
        FlowSeverity.Warning);
}
