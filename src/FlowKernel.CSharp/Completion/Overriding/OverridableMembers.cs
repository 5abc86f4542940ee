using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion.Overriding;

/// <summary>What a type inherits and can still override.</summary>
internal static class OverridableMembers
{
    /// <summary>The members, those of the nearest base type first.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type, Compilation compilation)
    {
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers())
            {
                for (var parent = Overridden(member); parent is not null; parent = Overridden(parent))
                    overridden.Add(parent);
                if (!SymbolEqualityComparer.Default.Equals(owner, type) && !overridden.Contains(member)
                    && IsOpen(member) && compilation.IsSymbolAccessibleWithin(member, type))
                    yield return member;
            }
        }
    }

    private static bool IsOpen(ISymbol member) =>
        (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed && !member.IsStatic
        && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IEventSymbol;

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol change => change.OverriddenEvent,
        _ => null,
    };
}
