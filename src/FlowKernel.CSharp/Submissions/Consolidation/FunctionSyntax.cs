using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>The parts of a cell that may run when the cell has ended.</summary>
internal static class FunctionSyntax
{
    /// <summary>The functions and types of a text, without those inside others.</summary>
    public static IEnumerable<SyntaxNode> Functions(this SyntaxNode root) =>
        root.DescendantNodes(n => !IsFunction(n)).Where(IsFunction);

    /// <summary>
    /// True for a method that a cell declares, and that has ended when its caller goes on: it neither awaits nor yields, and
    /// has no function inside that somebody could hold.
    /// </summary>
    public static bool IsMethodOfCell(this SyntaxNode function) =>
        function is MethodDeclarationSyntax { Parent: CompilationUnitSyntax } method
        && !method.Modifiers.Any(SyntaxKind.AsyncKeyword)
        && !method.DescendantNodes().Any(n => n is YieldStatementSyntax || IsFunction(n));

    private static bool IsFunction(SyntaxNode node) => node
        is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax
        or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax;
}
