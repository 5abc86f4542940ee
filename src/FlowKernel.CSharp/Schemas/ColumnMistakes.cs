using FlowKernel.CSharp.Kql;
using FlowKernel.Results;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Schemas;

/// <summary>What is wrong with the name of a column, said as when it runs.</summary>
internal static class ColumnMistakes
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat;

    /// <summary>The mistake, or null.</summary>
    /// <param name="use">Where the name stands.</param>
    /// <param name="name">The name.</param>
    /// <param name="columns">The columns there are.</param>
    public static Diagnostics.Diagnostic? Of(NamedColumn use, string name, IReadOnlyList<KqlColumn> columns)
    {
        if (columns.FirstOrDefault(c => c.Name == name) is not { } column)
            return ResultMistakes.NoColumn(name, columns);
        if (use.IsAddress && column.Type != KqlType.String)
            return ResultMistakes.NoAddresses(column);
        return use.As is { } type && !IsReadAs(column, type)
            ? ResultMistakes.WrongType(column, type.ToDisplayString(Short))
            : null;
    }

    // The value of a row may be read as what can hold it.
    private static bool IsReadAs(KqlColumn column, ITypeSymbol type) =>
        type.TypeKind is TypeKind.TypeParameter or TypeKind.Error
        || type.SpecialType == SpecialType.System_Object
        || KqlParameterTypes.IsClr(type, column.Type.ClrType());
}
