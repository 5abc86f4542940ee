using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>Which types a variable can be declared with anywhere.</summary>
internal static class NamedTypes
{
    /// <summary>False for types without a name, and for those of a cell, which have theirs only after that cell.</summary>
    public static bool HasNameEverywhere(this ITypeSymbol type) => type switch
    {
        IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => array.ElementType.HasNameEverywhere(),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => e.Type.HasNameEverywhere()),
        INamedTypeSymbol named => named is { CanBeReferencedByName: true, IsAnonymousType: false, TypeKind: not TypeKind.Error }
            && !named.ContainingAssembly.IsInteractive && named.TypeArguments.All(HasNameEverywhere)
            && (named.ContainingType?.HasNameEverywhere() ?? true),
        _ => false,
    };
}
