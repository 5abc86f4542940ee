using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Schemas;

/// <summary>A part of a row's type that a column fills.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">True when it may be left out.</param>
internal sealed record RowMember(string Name, string Column, ITypeSymbol Type, bool IsOptional);

/// <summary>
/// The parts of a row's type: the parameters of the public constructor with the most, then what else can be set.
/// </summary>
internal sealed record RowMembers(IReadOnlyList<RowMember> Parts, bool HasNoConstructor)
{
    private const string ColumnAttribute = "System.ComponentModel.DataAnnotations.Schema.ColumnAttribute";

    /// <summary>The parts of a type that is no tuple and no single value.</summary>
    public static RowMembers Of(ITypeSymbol row)
    {
        var constructor = ((row as INamedTypeSymbol)?.InstanceConstructors ?? [])
            .Where(c => c.DeclaredAccessibility == Accessibility.Public && !IsCopy(c, row))
            .MaxBy(c => c.Parameters.Length);
        var settable = Lineage(row).SelectMany(t => t.GetMembers()).Where(IsSettable).ToList();
        var arguments = (constructor?.Parameters ?? []).Select(p => Argument(p, settable)).ToList();
        var taken = arguments.Select(a => a.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var members = settable.Where(m => !taken.Contains(m.Name)).DistinctBy(m => m.Name).Select(Member);
        return new RowMembers([.. arguments, .. members], constructor is null && !row.IsValueType);
    }

    private static bool IsCopy(IMethodSymbol constructor, ITypeSymbol row) =>
        constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, row);

    // A record's parameter and property share a name; the attribute may stand at either.
    private static RowMember Argument(IParameterSymbol parameter, List<ISymbol> settable) => new(
        parameter.Name,
        NameOf(parameter) ?? settable.Where(m => m.Name == parameter.Name).Select(NameOf).FirstOrDefault()
            ?? parameter.Name,
        parameter.Type,
        parameter.HasExplicitDefaultValue);

    private static RowMember Member(ISymbol member) => new(
        member.Name,
        NameOf(member) ?? member.Name,
        member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type,
        IsOptional: false);

    private static bool IsSettable(ISymbol member) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsOverride: false }
        && member is IFieldSymbol { IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false }
            or IPropertySymbol { IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public };

    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
            yield return t;
    }

    private static string? NameOf(ISymbol part) => part.GetAttributes()
        .FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == ColumnAttribute)
        ?.ConstructorArguments is [{ Value: string name }] ? name : null;
}
