using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>Which types a variable can be declared with.</summary>
internal static class NamedTypes
{
    /// <summary>False for types without a name.</summary>
    public static bool HasName(this ITypeSymbol type) => type switch
    {
        IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => array.ElementType.HasName(),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => e.Type.HasName()),
        INamedTypeSymbol named => named is { CanBeReferencedByName: true, IsAnonymousType: false, TypeKind: not TypeKind.Error }
            && named.TypeArguments.All(HasName) && (named.ContainingType is not { IsScriptClass: false } outer || outer.HasName()),
        _ => false,
    };
}
