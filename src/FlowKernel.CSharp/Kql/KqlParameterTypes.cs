using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Session.Mapping;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Kql;

/// <summary>The query parameter that a value of a C# type becomes, known before there is a value.</summary>
internal static class KqlParameterTypes
{
    private static readonly Dictionary<string, Type> Known =
        ClrValues.Types.ToDictionary(t => t.FullName!, StringComparer.Ordinal);

    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>
    /// A parameter without a value, typed as <see cref="QueryParameters"/> does; null where KQL has no type for it.
    /// </summary>
    public static QueryParameter? Of(ITypeSymbol type)
    {
        type = Plain(type);
        if (Known.TryGetValue(type.ToDisplayString(FullName), out var known))
            return QueryParameters.From(null, known);
        if (type.TypeKind == TypeKind.Enum)
            return new QueryParameter(KqlType.String, null);
        return IsList(type) ? new QueryParameter(KqlType.Dynamic, null) { Element = ElementOf(type) } : null;
    }

    /// <summary>The type itself, or that of the value that a nullable one may hold.</summary>
    public static ITypeSymbol Plain(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : type;

    /// <summary>True when C# means a CLR type, or its nullable form.</summary>
    public static bool IsClr(ITypeSymbol type, Type clr) => Plain(type).ToDisplayString(FullName) == clr.FullName;

    // IEnumerable<T>, whichever way the list gives it.
    private static KqlType? ElementOf(ITypeSymbol list) => new[] { list }.Concat(list.AllInterfaces)
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
        is { TypeArguments: [var element] }
        ? Of(element)?.Type
        : null;

    private static bool IsList(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);
}
