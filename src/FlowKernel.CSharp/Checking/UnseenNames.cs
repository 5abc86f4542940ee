using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Checking;

/// <summary>Finds public names of referenced assemblies whose namespace a cell does not use.</summary>
internal static class UnseenNames
{
    /// <summary>The namespace of a type: the shortest of several, null when none has a type of that name.</summary>
    public static string? Namespace(string type, int arity, Compilation compilation) => Shortest(
        from assembly in compilation.SourceModule.ReferencedAssemblySymbols
        where assembly.TypeNames.Contains(type)
        from space in Namespaces(assembly.GlobalNamespace)
        where space.GetTypeMembers(type, arity).Any(t => t.DeclaredAccessibility == Accessibility.Public)
        select space);

    /// <summary>The namespace of a static class with an extension method of a name for a type, or null.</summary>
    public static string? ExtensionNamespace(string method, ITypeSymbol receiver, Compilation compilation) => Shortest(
        from assembly in compilation.SourceModule.ReferencedAssemblySymbols
        where assembly.MightContainExtensionMethods
        from space in Namespaces(assembly.GlobalNamespace)
        where space.GetTypeMembers().Any(t => HasExtension(t, method, receiver))
        select space);

    private static bool HasExtension(INamedTypeSymbol type, string method, ITypeSymbol receiver) =>
        type is { MightContainExtensionMethods: true, DeclaredAccessibility: Accessibility.Public }
        && type.GetMembers(method).OfType<IMethodSymbol>()
            .Any(m => m is { IsExtensionMethod: true, DeclaredAccessibility: Accessibility.Public }
                && m.ReduceExtensionMethod(receiver) is not null);

    private static string? Shortest(IEnumerable<INamespaceSymbol> spaces) => spaces
        .Where(s => !s.IsGlobalNamespace)
        .Select(s => s.ToDisplayString())
        .Distinct(StringComparer.Ordinal)
        .OrderBy(s => s.Length)
        .ThenBy(s => s, StringComparer.Ordinal)
        .FirstOrDefault();

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol root) =>
        root.GetNamespaceMembers().SelectMany(Namespaces).Prepend(root);
}
