using FlowKernel.CSharp.Kql;
using FlowKernel.Results;
using FlowKernel.Session.Mapping;
using Microsoft.CodeAnalysis;
using Diagnostic = FlowKernel.Diagnostics.Diagnostic;

namespace FlowKernel.CSharp.Schemas;

/// <summary>
/// Checks whether columns fit the C# type of <c>.As&lt;T&gt;()</c>, by the rules and in the words of
/// <see cref="RowMapping{T}"/>, from its source alone.
/// </summary>
internal sealed class RowTypeFit(ITypeSymbol row, IReadOnlyList<KqlColumn> columns)
{
    private readonly string _name = NameOf(row);

    /// <summary>What does not fit; spans are empty.</summary>
    public IEnumerable<Diagnostic> Check()
    {
        if (row.TypeKind is TypeKind.Error or TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Interface)
            return [];
        if (IsSingle(row))
            return columns is [var only] ? Misfit(only.Name, row, only) : [RowMistakes.NotSingle(_name, columns)];
        return row is INamedTypeSymbol { IsTupleType: true } tuple ? Tuple(tuple) : Named();
    }

    private static bool IsSingle(ITypeSymbol type) => KqlParameterTypes.Of(type) is not null
        || type.ContainingNamespace?.ToDisplayString() is "System.Text.Json" or "System.Text.Json.Nodes";

    private IEnumerable<Diagnostic> Tuple(INamedTypeSymbol tuple)
    {
        var parts = tuple.TupleElements;
        return parts.Length != columns.Count
            ? [RowMistakes.TupleLength(_name, parts.Length, columns)]
            : parts.Zip(columns).SelectMany(p => Misfit(p.First.Name, p.First.Type, p.Second));
    }

    private IEnumerable<Diagnostic> Named()
    {
        var shape = RowMembers.Of(row);
        if (shape.HasNoConstructor)
            return [RowMistakes.NoConstructor(_name)];
        if (shape.Parts.Count == 0)
            return [RowMistakes.NoParts(_name)];
        var missing = shape.Parts.Where(p => !p.IsOptional && Find(p) is null)
            .Select(p => RowMistakes.NoColumn(_name, p.Name, p.Column, columns))
            .ToList();
        return missing.Count > 0 ? missing : shape.Parts.SelectMany(
            p => Find(p) is { } column ? Misfit(p.Name, p.Type, column) : []);
    }

    private KqlColumn? Find(RowMember part) =>
        columns.FirstOrDefault(c => c.Name == part.Column)
        ?? columns.FirstOrDefault(c => string.Equals(c.Name, part.Column, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<Diagnostic> Misfit(string part, ITypeSymbol type, KqlColumn column) =>
        Fits(column.Type, KqlParameterTypes.Plain(type))
            ? []
            : [RowMistakes.WrongType(_name, part, NameOf(type), column)];

    private static bool Fits(KqlType from, ITypeSymbol to) =>
        from == KqlType.Dynamic || to.SpecialType == SpecialType.System_Object || to.TypeKind == TypeKind.Error
        || (from == KqlType.String && to.TypeKind == TypeKind.Enum)
        || ValueReader.ReadableAs(from).Any(clr => KqlParameterTypes.IsClr(to, clr));

    private static string NameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
