using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Answers about a compiled cell that decide what becomes of it.</summary>
internal static class SubmissionShape
{
    /// <summary>The text of the cell itself; files that it loads come before it.</summary>
    public static SyntaxTree CellTree(this CSharpCompilation compilation) => compilation.SyntaxTrees[^1];

    /// <summary>What the cell declares: its variables, functions and types.</summary>
    public static IEnumerable<ISymbol> Members(this CSharpCompilation compilation) =>
        compilation.ScriptClass!.GetMembers().Where(m => !m.IsImplicitlyDeclared);

    /// <summary>The functions, types and constants of a cell: what is compiled again when it is put together with others.</summary>
    public static IEnumerable<MemberDeclarationSyntax> Declarations(this SyntaxTree cell) =>
        ((CompilationUnitSyntax)cell.GetRoot()).Members
            .Where(m => m is MethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
                || m.Modifiers.Any(SyntaxKind.ConstKeyword));

    /// <summary>
    /// Every name in a text, also those that stand for nothing written (see <see cref="ImplicitNames"/>); of an attribute also
    /// the one with <c>Attribute</c> at its end.
    /// </summary>
    public static IEnumerable<string> MentionedNames(this SyntaxNode root) => root.DescendantTokens()
        .Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText)
        .Concat(root.DescendantNodesAndSelf().SelectMany(n => n is AttributeSyntax attribute
            ? [attribute.Name.GetLastToken().ValueText + "Attribute"]
            : ImplicitNames.Of(n)));

    /// <summary>True when the cell or a file that it loads has lines such as <c>#r</c>.</summary>
    public static bool HasDirectives(this CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetRoot().ContainsDirectives);

    /// <summary>True when the cell or a file that it loads has <c>#r</c> or <c>#load</c>.</summary>
    public static bool RefersToFiles(this CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetRoot() is CompilationUnitSyntax { ContainsDirectives: true } root
            && (root.GetReferenceDirectives().Count > 0 || root.GetLoadDirectives().Count > 0));

    /// <summary>
    /// True when the cell gives a value: a top-level <c>return</c>, or a last expression without a semicolon that is
    /// not void (the rule of C# scripting).
    /// </summary>
    public static bool HasValue(this CSharpCompilation compilation)
    {
        var tree = compilation.CellTree();
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (root.DescendantNodes(n => n is CompilationUnitSyntax or GlobalStatementSyntax or StatementSyntax)
            .Any(n => n is ReturnStatementSyntax { Expression: not null }))
            return true;
        return root.Members.OfType<GlobalStatementSyntax>().LastOrDefault()?.Statement
            is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).ConvertedType?.SpecialType
            != SpecialType.System_Void;
    }

    /// <summary>True when later cells can name something that this one brings: a variable, a type, a using.</summary>
    public static bool Declares(this CSharpCompilation compilation)
    {
        var root = (CompilationUnitSyntax)compilation.CellTree().GetRoot();
        return root.Usings.Count > 0 || root.Externs.Count > 0 || root.ContainsDirectives
            || compilation.Members().Any();
    }

    /// <summary>True when no line of the cell can run twice: it has no loop, no function and no type.</summary>
    public static bool RunsOnce(this CSharpCompilation compilation) => compilation.SyntaxTrees.Length == 1
        && !compilation.CellTree().GetRoot().DescendantNodes().Any(n => n
            is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or GotoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
            or QueryExpressionSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax
            or BaseTypeDeclarationSyntax);
}
