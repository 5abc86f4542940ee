using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// What code that has run may still use, and so has to stay where it is: the names in functions, which may be called at
/// any time by something that holds a delegate, and those of cells that were interrupted and may still go on. A cell's
/// own methods are told apart: nobody goes on with one that was moved together with all that it uses.
/// </summary>
internal sealed class NamesInUse
{
    private readonly HashSet<string> _inFunctions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asValues = new(StringComparer.Ordinal);
    private readonly HashSet<string> _byOthers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>Takes in a cell that has run, whether it is kept or not.</summary>
    /// <param name="cell">The cell as its user wrote it.</param>
    /// <param name="hasEnded">False when it was stopped from outside, so that a thread of it may still run.</param>
    public void Add(CSharpCompilation cell, bool hasEnded)
    {
        _declared.UnionWith(cell.Members().Select(m => m.Name));
        foreach (var tree in cell.SyntaxTrees)
        {
            var (root, model) = (tree.GetRoot(), cell.GetSemanticModel(tree));
            var functions = root.Functions().ToLookup(f => f.IsMethodOfCell(model));
            if (!hasEnded)
                Hold(root.MentionedNames());
            foreach (var function in functions[false].Where(f => !(IsAboutCells(f) && f.EndsWithItsStatement(model))))
                Hold(NamesIn(function));
            foreach (var method in functions[true].Cast<MethodDeclarationSyntax>()
                .ToLookup(m => m.Identifier.ValueText, StringComparer.Ordinal))
                Take(method.Key, [.. method.SelectMany(m => m.MentionedNames()).Where(n => n != method.Key).Distinct()]);
            if (!hasEnded || functions.Count > 0 || cell.Declares())
                _byOthers.UnionWith(root.MentionedNames().Except(TypesOf(root)));
            _asValues.UnionWith(Names(root).Where(n => IsUsedAsValue(n, model)).Select(t => t.ValueText));
        }
    }

    /// <summary>True when a variable may be read or written by code that was compiled before.</summary>
    public bool InFunctions(string name) => _inFunctions.Contains(name);

    /// <summary>
    /// True when a variable or method may be used by compiled code that nothing can replace. What methods of cells mention
    /// is not among it, unless there are several of a name.
    /// </summary>
    public bool IsHeld(string name) => _held.Contains(name);

    /// <summary>The methods of cells, other than those that were moved, with the names that each mentions.</summary>
    public IEnumerable<(string Method, IReadOnlyList<string> Mentions)> Methods => _methods.Select(m => (m.Key, (IReadOnlyList<string>)m.Value));

    /// <summary>Notes that methods were compiled once more, with all that they use, and that nobody calls them as they were.</summary>
    public void Moved(IEnumerable<string> methods)
    {
        foreach (var method in methods)
            _methods.Remove(method);
    }

    /// <summary>
    /// True when a name was used otherwise than to call it. A delegate of a function equals only one of the same place.
    /// </summary>
    public bool AsValue(string name) => _asValues.Contains(name);

    /// <summary>
    /// True when a name stands in a cell that may use it later, other than the one that declares a type of that name.
    /// </summary>
    public bool ByOthers(string name) => _byOthers.Contains(name);

    // To ask what else means takes time.
    private bool IsAboutCells(SyntaxNode function) => function.MentionedNames().Any(_declared.Contains);

    // That a method bears its name is no use of it.
    private static IEnumerable<string> NamesIn(SyntaxNode function)
    {
        var names = function.MentionedNames().ToList();
        return function is MethodDeclarationSyntax { Parent: CompilationUnitSyntax, Identifier.ValueText: var own }
            && names.Count(n => n == own) == 1
                ? names.Where(n => n != own)
                : names;
    }

    private void Hold(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _inFunctions.Add(name);
            _held.Add(name);
        }
    }

    // An older one of the same name may be called for as long as there is a cell that was compiled against it.
    private void Take(string method, string[] mentioned)
    {
        if (_methods.TryGetValue(method, out var older))
            Hold([.. older, .. mentioned]);
        _methods[method] = mentioned;
        _inFunctions.UnionWith(mentioned);
    }

    private static IEnumerable<string> TypesOf(SyntaxNode root) =>
        ((CompilationUnitSyntax)root).Members.OfType<BaseTypeDeclarationSyntax>().Select(t => t.Identifier.ValueText)
        .Concat(((CompilationUnitSyntax)root).Members.OfType<DelegateDeclarationSyntax>().Select(d => d.Identifier.ValueText));

    private static IEnumerable<SyntaxToken> Names(SyntaxNode root) =>
        root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken));

    // Its own declaration aside, and what is called for a delegate that nobody holds.
    private bool IsUsedAsValue(SyntaxToken name, SemanticModel model) =>
        name.Parent is SimpleNameSyntax { Parent: not InvocationExpressionSyntax } used
        && !(used.Parent is ArgumentSyntax argument && _declared.Contains(name.ValueText)
            && model.GetSymbolInfo(used).Symbol is IMethodSymbol && LibraryCalls.IsOverAfter(argument, model));
}
