using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion;

/// <summary>What a proposal takes and is, in a few words: <c>(string value) → bool, 3 more</c>, or a type.</summary>
internal static class BriefSignature
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat;

    private static readonly SymbolDisplayFormat ParameterFormat = Format.WithParameterOptions(
        SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType
        | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue);

    /// <summary>The words for the symbols of one name; null when there is nothing to say.</summary>
    public static string? Of(IReadOnlyList<ISymbol> symbols) => symbols switch
    {
        [] => null,
        [IMethodSymbol method, ..] => Of(method) + More(symbols.Count - 1),
        [ILocalSymbol { Type: var type }, ..] => type.ToDisplayString(Format),
        [IParameterSymbol { Type: var type }, ..] => type.ToDisplayString(Format),
        [IFieldSymbol { Type: var type, ContainingType.TypeKind: not TypeKind.Enum }, ..] =>
            type.ToDisplayString(Format),
        [IPropertySymbol { Type: var type }, ..] => type.ToDisplayString(Format),
        [IEventSymbol { Type: var type }, ..] => type.ToDisplayString(Format),
        _ => null,
    };

    private static string Of(IMethodSymbol method)
    {
        var parameters = string.Join(", ", method.Parameters.Select(p => p.ToDisplayString(ParameterFormat)));
        return $"({parameters}) → {method.ReturnType.ToDisplayString(Format)}";
    }

    private static string More(int count) =>
        count == 0 ? "" : FormattableString.Invariant($", {count} more");
}
