using System.Net;
using FlowKernel.Results;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Kql;

/// <summary>The query parameters that an object of a type stands for, known before there is an object.</summary>
internal static class KqlParameterTypes
{
    private static readonly Dictionary<string, Type> Known = new[]
    {
        typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(uint), typeof(long), typeof(float),
        typeof(double), typeof(decimal), typeof(string), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan),
        typeof(Guid), typeof(IPAddress), typeof(DynamicValue),
    }.ToDictionary(t => t.FullName!, StringComparer.Ordinal);

    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>
    /// A parameter without a value for each public property, as <see cref="QueryParameters"/> types it.
    /// </summary>
    public static IReadOnlyDictionary<string, QueryParameter> Of(ITypeSymbol? type) =>
        (type?.GetMembers().OfType<IPropertySymbol>() ?? [])
            .Where(p => p.DeclaredAccessibility == Accessibility.Public && !p.IsIndexer && !p.IsStatic)
            .Select(p => (p.Name, Parameter: Of(p)))
            .Where(p => p.Parameter is not null)
            .ToDictionary(p => p.Name, p => p.Parameter!, StringComparer.Ordinal);

    private static QueryParameter? Of(IPropertySymbol property)
    {
        var type = property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)property.Type).TypeArguments[0]
            : property.Type;
        if (Known.TryGetValue(type.ToDisplayString(FullName), out var known))
            return QueryParameters.From(null, known);
        return type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
            ? new QueryParameter(KqlType.Dynamic, null)
            : null;
    }
}
