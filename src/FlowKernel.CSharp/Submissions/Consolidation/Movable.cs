using System.Reflection;
using System.Runtime.CompilerServices;
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
    public static IReadOnlyList<MovingCell> In(IEnumerable<Submission> newestFirst, NamesInUse used)
    {
        var chain = newestFirst.ToList();
        var cells = chain
            .TakeWhile(s => s is { Names: { IsFixed: false, Imports.Count: 0 }, IsConsolidated: false }).Reverse().ToList();
        var alone = cells.NamesOfTheirOwn();
        var dependencies = new Dependencies(cells, chain.SelectMany(s => s.Placed), used);
        var moving = cells.Where(c => !c.StaysApart && alone.Contains(c)).Select(c => Moving(c, used, dependencies))
            .OfType<MovingCell>().ToList();
        while (moving.RemoveAll(dependencies.CannotMoveWith(moving)) > 0)
        {
        }

        return moving;
    }

    /// <summary>True for a cell that may be put together with others later.</summary>
    public static bool MayMove(CSharpCompilation cell, NamesInUse used) =>
        !cell.RefersToFiles() && ((CompilationUnitSyntax)cell.CellTree().GetRoot()).Usings.Count == 0
        && !cell.Members().OfType<INamedTypeSymbol>().Any() && CanMove(cell, used);

    private static MovingCell? Moving(Submission cell, NamesInUse used, Dependencies dependencies) => cell switch
    {
        { Image.IsLoaded: false } when IsUnused(cell, used) && dependencies.AreTypes(cell) => new MovingCell(cell, KeepsTypes: false),
        { Image: { } image } when !image.IsLongInUse() => null,
        { State: null, Image: null } => null,
        _ => CanMove(cell.Compilation, used) && TypesCanStay(cell) ? new MovingCell(cell, KeepsTypes: true) : null,
    };

    private static bool TypesCanStay(Submission cell) => !cell.Compilation.Members().OfType<INamedTypeSymbol>().Any()
        || (TypesInPlace.ArePossible(cell.Compilation) && LinkedModule.IsPossible(PlacedTypes.AssemblyOf(cell)));

    private static bool IsUnused(Submission cell, NamesInUse used) => cell.Compilation.Members().All(m => !used.ByOthers(m.Name));

    private static bool CanMove(CSharpCompilation cell, NamesInUse used) =>
        cell.Members().All(m => m switch
        {
            // What uses one has its value.
            IFieldSymbol { IsConst: true } => !cell.HasDirectives(),
            IFieldSymbol field => CanMove(field, used),
            IMethodSymbol { IsExtern: false } method => CanMove(method, used) && !HasLinesOfTheWhole(cell),
            INamedTypeSymbol => true,
            _ => false,
        }) && !FunctionIdentity.IsShown(cell);

    // An #if in a function goes by what the cell's first lines define, and a region or a #line may begin before it.
    private static bool HasLinesOfTheWhole(CSharpCompilation cell) =>
        ((CompilationUnitSyntax)cell.CellTree().GetRoot()).GetFirstDirective(d => d
            is DefineDirectiveTriviaSyntax or UndefDirectiveTriviaSyntax or RegionDirectiveTriviaSyntax
            or EndRegionDirectiveTriviaSyntax or LineOrSpanDirectiveTriviaSyntax) is not null;

    private static bool CanMove(IMethodSymbol method, NamesInUse used) =>
        !used.AsValue(method.Name) && !IsSynchronized(method) && method.GetAttributes().All(a => IsSameAgain(a.AttributeClass));

    // Calls of it wait for each other: for those of it as it was, too.
    private static bool IsSynchronized(IMethodSymbol method) =>
        (method.MethodImplementationFlags & MethodImplAttributes.Synchronized) != 0;

    // A module initializer runs whenever its code is loaded.
    private static bool IsSameAgain(INamedTypeSymbol? attribute) =>
        attribute is { Name: not nameof(ModuleInitializerAttribute) } && !SubmissionCompiler.IsCell(attribute.ContainingAssembly.Name);

    private static bool CanMove(IFieldSymbol field, NamesInUse used) =>
        field is { CanBeReferencedByName: true, IsReadOnly: false, IsStatic: false, IsVolatile: false }
        && field.RefKind == RefKind.None && field.GetAttributes().IsEmpty
        && field.Type.HasName() && !used.IsHeld(field.Name);

    // A name that several cells declare, or an older one mentions, would be something else when it is moved.
    private static HashSet<Submission> NamesOfTheirOwn(this IReadOnlyList<Submission> cells)
    {
        var declared = cells.SelectMany(NamesOnce).CountBy(n => n, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var mentioned = new HashSet<string>(StringComparer.Ordinal);
        var found = new HashSet<Submission>();
        foreach (var cell in cells)
        {
            if (Declared(cell).Any() && Declared(cell).All(n => declared[n] == 1 && !mentioned.Contains(n)))
                found.Add(cell);
            mentioned.UnionWith(cell.Names.Mentioned);
        }

        return found;
    }

    // Types of one name that differ in their type parameters are found as one.
    private static IEnumerable<string> NamesOnce(Submission cell) =>
        (cell.Names.Declared ?? []).DistinctBy(d => SubmissionNames.IsType(d.Key) ? d.Name : d.Key + d.Name).Select(d => d.Name);

    /// <summary>The names that a cell declares.</summary>
    public static IEnumerable<string> Declared(this Submission cell) => (cell.Names.Declared ?? []).Select(d => d.Name);
}
