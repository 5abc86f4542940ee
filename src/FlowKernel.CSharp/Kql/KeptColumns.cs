using FlowKernel.Results;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Kql;

/// <summary>
/// The columns of the table that C# rows become, where their type tells: the same rules as when the cell runs.
/// </summary>
internal static class KeptColumns
{
    private const string ColumnAttribute = "System.ComponentModel.DataAnnotations.Schema.ColumnAttribute";

    /// <summary>The columns; null when the type does not tell them all.</summary>
    public static IReadOnlyList<KqlColumn>? Of(ITypeSymbol rows)
    {
        if (RowOf(rows) is not { } row || row.Name == nameof(FlowRow) || row.TypeKind is TypeKind.Error)
            return null;
        if (KqlParameterTypes.Of(row) is { } single)
            return [new KqlColumn("Value", single.Type)];
        if (row is INamedTypeSymbol { IsTupleType: true } tuple)
            return [.. tuple.TupleElements.Select(e => new KqlColumn(e.Name, TypeOf(e.Type)))];
        var columns = Lineage(row).SelectMany(Declared).ToList();
        return columns.Count == 0 ? null : columns;
    }

    private static ITypeSymbol? RowOf(ITypeSymbol rows) => rows is IArrayTypeSymbol array
        ? array.ElementType
        : rows.AllInterfaces.Append(rows).OfType<INamedTypeSymbol>().FirstOrDefault(IsSequence)?.TypeArguments[0];

    private static bool IsSequence(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        var types = new List<ITypeSymbol>();
        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
            types.Insert(0, t);
        return types;
    }

    private static IEnumerable<KqlColumn> Declared(ITypeSymbol type) => type.GetMembers().Where(IsColumn).Select(
        m => new KqlColumn(NameOf(m), TypeOf(m is IFieldSymbol field ? field.Type : ((IPropertySymbol)m).Type)));

    private static bool IsColumn(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false }
        && member is IFieldSymbol { IsImplicitlyDeclared: false }
            or IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public };

    private static string NameOf(ISymbol member) => member.GetAttributes()
        .FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == ColumnAttribute)
        ?.ConstructorArguments is [{ Value: string name }] ? name : member.Name;

    private static KqlType TypeOf(ITypeSymbol type) => KqlParameterTypes.Of(type)?.Type ?? KqlType.Dynamic;
}
