using FlowKernel.Session;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Schemas;

/// <summary>Tells which C# types hold rows of a query, with all of its columns.</summary>
internal static class FlowTypes
{
    private static readonly string[] Holders = [nameof(FlowQuery), nameof(FlowResult), nameof(FlowRow), "TypedQuery"];

    // What these give may come from other rows than those that they are called on.
    private static readonly string[] Mixing =
    [
        "Aggregate", "Append", "Cast", "Concat", "DefaultIfEmpty", "GroupJoin", "Join", "OfType", "Prepend", "Select",
        "SelectMany", "Union", "UnionBy", "Zip",
    ];

    /// <summary>True for a query, a result, a row, and a task or sequence of these.</summary>
    public static bool IsOfRows(ITypeSymbol? type) => type is not null && (IsHolder(type)
        || (type is IArrayTypeSymbol array && IsHolder(array.ElementType))
        || (type is INamedTypeSymbol { IsTupleType: false, TypeArguments: { Length: > 0 } parts }
            && parts.All(IsHolder)));

    /// <summary>True for a query's result of any kind.</summary>
    public static bool IsResult(ITypeSymbol? type) =>
        type is not null && (type.ToDisplayString() == typeof(FlowResult).FullName || IsResult(type.BaseType));

    /// <summary>True for a query, a result of any kind, or a row.</summary>
    public static bool IsHolder(ITypeSymbol? type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (Holders.Contains(t.Name) && IsSession(t))
                return true;
        }

        return false;
    }

    /// <summary>True for a method of a query, a result or of LINQ that gives some of the same rows.</summary>
    public static bool KeepsRows(IMethodSymbol method) => IsHolder(method.ContainingType)
        || (method.ContainingType.ToDisplayString() == typeof(Enumerable).FullName && !Mixing.Contains(method.Name));

    private static bool IsSession(ITypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() == typeof(Flow).Namespace;
}
