using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>Which cells can be put together with others into one, such that no cell can tell.</summary>
internal static class Movable
{
    /// <summary>
    /// Of the cells since the last one that is fixed or brings usings, those that can move in front of the others of
    /// them, oldest first.
    /// </summary>
    /// <param name="newestFirst">The chain.</param>
    /// <param name="used">What code may still use.</param>
    public static IReadOnlyList<Submission> In(IEnumerable<Submission> newestFirst, NamesInUse used)
    {
        var cells = newestFirst.TakeWhile(s => s is { Names: { IsFixed: false, Imports.Count: 0 }, IsConsolidated: false })
            .Reverse().ToList();
        var declared = cells.SelectMany(s => s.Names.Declared ?? []).GroupBy(d => d.Name, StringComparer.Ordinal)
            .ToDictionary(d => d.Key, d => d.Count(), StringComparer.Ordinal);
        var moving = new HashSet<string>(StringComparer.Ordinal);
        var mentioned = new HashSet<string>(StringComparer.Ordinal);
        var movable = new List<Submission>();
        foreach (var cell in cells)
        {
            var own = cell.Names.Declared is { } names ? names.Select(d => d.Name).ToHashSet() : [];
            // What an older cell calls by this name is something else.
            if (own.Count > 0 && cell is { State: not null, StaysApart: false } && own.All(n => declared[n] == 1 && !mentioned.Contains(n))
                && CanMove(cell, used, name => declared.ContainsKey(name) && !moving.Contains(name) && !own.Contains(name)))
            {
                movable.Add(cell);
                moving.UnionWith(own);
            }

            mentioned.UnionWith(cell.Names.Mentioned);
        }

        return movable;
    }

    /// <summary>True for a cell that may be put together with others later.</summary>
    public static bool MayMove(CSharpCompilation cell, NamesInUse used) =>
        !cell.RefersToFiles() && ((CompilationUnitSyntax)cell.CellTree().GetRoot()).Usings.Count == 0
        && (IsOfVariables(cell, used) || IsOfFunctions(cell, used));

    private static bool CanMove(Submission cell, NamesInUse used, Predicate<string> staysBehind) =>
        IsOfVariables(cell.Compilation, used)
        || (IsOfFunctions(cell.Compilation, used) && !cell.Names.Mentioned.Any(n => staysBehind(n)));

    private static bool IsOfVariables(CSharpCompilation cell, NamesInUse used) =>
        Members(cell).All(m => m is IFieldSymbol field && CanMove(field, used));

    // Nothing notes the place of an error in an iterator but code as it is compiled at first, in cells that stay.
    private static bool IsOfFunctions(CSharpCompilation cell, NamesInUse used) =>
        Members(cell).All(m => m is IMethodSymbol && !used.AsValue(m.Name))
        && !cell.CellTree().GetRoot().DescendantNodes().Any(n => n is YieldStatementSyntax);

    private static IEnumerable<ISymbol> Members(CSharpCompilation cell) =>
        cell.ScriptClass!.GetMembers().Where(m => !m.IsImplicitlyDeclared);

    private static bool CanMove(IFieldSymbol field, NamesInUse used) =>
        field is { CanBeReferencedByName: true, IsConst: false, IsReadOnly: false, IsStatic: false, IsVolatile: false }
        && field.RefKind == RefKind.None
        && HasNameEverywhere(field.Type) && !used.InFunctions(field.Name);

    // A type that a cell declared has its name only after that cell.
    private static bool HasNameEverywhere(ITypeSymbol type) => type switch
    {
        IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => HasNameEverywhere(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => HasNameEverywhere(e.Type)),
        INamedTypeSymbol named => named is { CanBeReferencedByName: true, IsAnonymousType: false, TypeKind: not TypeKind.Error }
            && !named.ContainingAssembly.IsInteractive && named.TypeArguments.All(HasNameEverywhere)
            && (named.ContainingType is not { } outer || HasNameEverywhere(outer)),
        _ => false,
    };
}
