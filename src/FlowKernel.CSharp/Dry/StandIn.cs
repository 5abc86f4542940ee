using System.Reflection;
using FlowKernel.CSharp.Kql;
using FlowKernel.CSharp.Schemas;
using FlowKernel.Results;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Dry;

/// <summary>
/// A type and a value for a variable that exists in source only: the same query parameter comes of it as of the real
/// one, and messages call its type as the source does.
/// </summary>
internal static class StandIn
{
    /// <summary>The type and a value of it that is not null.</summary>
    public static (Type Type, object? Value) Of(ITypeSymbol symbol)
    {
        if (symbol.TypeKind == TypeKind.Error)
            return (typeof(DynamicValue), new DynamicValue("null"));
        if (FlowTypes.IsResult(symbol))
            return (typeof(FlowResult), null);
        if (KqlParameterTypes.Of(symbol) is not { } parameter)
            return (new Named(symbol, typeof(object)), null);
        var type = TypeOf(parameter);
        return (new Named(symbol, type), ValueOf(parameter.Type, type));
    }

    private static Type TypeOf(QueryParameter parameter) => parameter.Element is { } element
        ? typeof(List<>).MakeGenericType(element.ClrType())
        : parameter.Type.ClrType();

    private static object ValueOf(KqlType kql, Type type) => kql switch
    {
        KqlType.String => "",
        KqlType.Dynamic when type == typeof(DynamicValue) => new DynamicValue("[]"),
        _ => Activator.CreateInstance(type)!,
    };

    // Another type under the name that the variable's has in the source.
    private sealed class Named(ITypeSymbol symbol, Type type) : TypeDelegator(type)
    {
        public override string Name => symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

        public override string ToString() => Name;
    }
}
