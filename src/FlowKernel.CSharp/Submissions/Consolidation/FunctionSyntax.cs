using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>The parts of a cell that may run when the cell has ended, and which of them may not.</summary>
internal static class FunctionSyntax
{
    /// <summary>The functions and types of a text, without those inside others.</summary>
    public static IEnumerable<SyntaxNode> Functions(this SyntaxNode root) =>
        root.DescendantNodes(n => !IsFunction(n)).Where(IsFunction);

    /// <summary>
    /// True for a method that a cell declares, and that has ended when its caller goes on: it neither awaits nor yields, and
    /// nobody holds a function inside it.
    /// </summary>
    public static bool IsMethodOfCell(this SyntaxNode function, SemanticModel model) =>
        function is MethodDeclarationSyntax { Parent: CompilationUnitSyntax } method
        && EndsForItsCaller(method, method.Modifiers)
        && method.DescendantNodes().Where(IsFunction).All(f => EndsByItself(f, model));

    /// <summary>
    /// True for a lambda or a query that nobody can call any more when the statement that it stands in has ended, nor one
    /// inside it.
    /// </summary>
    public static bool EndsWithItsStatement(this SyntaxNode function, SemanticModel model) =>
        function.DescendantNodesAndSelf().Where(IsFunction).All(f => EndsByItself(f, model));

    /// <summary>True for a local function of a method of a cell of which nobody makes a delegate.</summary>
    public static bool IsOnlyCalled(this LocalFunctionStatementSyntax local) =>
        local.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(n => n.Identifier.ValueText == local.Identifier.ValueText).All(n => n.Parent is InvocationExpressionSyntax);

    private static bool EndsByItself(SyntaxNode function, SemanticModel model) => function switch
    {
        AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax argument } lambda =>
            EndsForItsCaller(lambda, lambda.Modifiers) && LibraryCalls.IsOverAfter(argument, model),
        QueryExpressionSyntax query => LibraryCalls.AreAllOf(query, model) && LibraryCalls.IsConsumed(query, model),
        LocalFunctionStatementSyntax local => EndsForItsCaller(local, local.Modifiers) && local.IsOnlyCalled(),
        _ => false,
    };

    private static bool EndsForItsCaller(SyntaxNode function, SyntaxTokenList modifiers) =>
        !modifiers.Any(SyntaxKind.AsyncKeyword) && !function.DescendantNodes().Any(n => n is YieldStatementSyntax);

    private static bool IsFunction(SyntaxNode node) => node
        is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax
        or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax;
}
