using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// What code that has run may still use, and so has to stay where it is: the names in functions, which may be called at
/// any time by something that holds a delegate, and those of cells that were interrupted and may still go on.
/// </summary>
internal sealed class NamesInUse
{
    private readonly HashSet<string> _inFunctions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asValues = new(StringComparer.Ordinal);
    private readonly HashSet<string> _byOthers = new(StringComparer.Ordinal);

    /// <summary>Takes in a cell that has run, whether it is kept or not.</summary>
    /// <param name="cell">The cell as its user wrote it.</param>
    /// <param name="hasEnded">False when it was stopped from outside, so that a thread of it may still run.</param>
    public void Add(CSharpCompilation cell, bool hasEnded)
    {
        foreach (var root in cell.SyntaxTrees.Select(tree => tree.GetRoot()))
        {
            var mayBeUsed = !hasEnded || root.DescendantNodes().Any(IsFunction);
            if (mayBeUsed)
                _inFunctions.UnionWith(root.MentionedNames());
            if (mayBeUsed || cell.Declares())
                _byOthers.UnionWith(root.MentionedNames().Except(TypesOf(root)));
            _asValues.UnionWith(Names(root).Where(IsUsedAsValue).Select(t => t.ValueText));
        }
    }

    /// <summary>True when a variable may be read or written by code that was compiled before.</summary>
    public bool InFunctions(string name) => _inFunctions.Contains(name);

    /// <summary>
    /// True when a name was used otherwise than to call it. A delegate of a function equals only one of the same place.
    /// </summary>
    public bool AsValue(string name) => _asValues.Contains(name);

    /// <summary>
    /// True when a name stands in a cell that may use it later, other than the one that declares a type of that name.
    /// </summary>
    public bool ByOthers(string name) => _byOthers.Contains(name);

    private static IEnumerable<string> TypesOf(SyntaxNode root) =>
        ((CompilationUnitSyntax)root).Members.OfType<BaseTypeDeclarationSyntax>().Select(t => t.Identifier.ValueText)
        .Concat(((CompilationUnitSyntax)root).Members.OfType<DelegateDeclarationSyntax>().Select(d => d.Identifier.ValueText));

    private static IEnumerable<SyntaxToken> Names(SyntaxNode root) =>
        root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken));

    private static bool IsFunction(SyntaxNode node) => node
        is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax
        or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax;

    // Its own declaration aside.
    private static bool IsUsedAsValue(SyntaxToken name) =>
        name.Parent is SimpleNameSyntax { Parent: not InvocationExpressionSyntax };
}
