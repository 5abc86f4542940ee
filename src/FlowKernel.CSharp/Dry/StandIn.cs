using System.Reflection;
using FlowKernel.CSharp.Kql;
using FlowKernel.Results;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Dry;

/// <summary>
/// A type and a value for a variable that exists in source only: the same query parameter comes of it as of the real
/// one.
/// </summary>
internal static class StandIn
{
    /// <summary>The type and a value of it that is not null.</summary>
    public static (Type Type, object? Value) Of(ITypeSymbol symbol)
    {
        if (symbol.TypeKind == TypeKind.Error)
            return (typeof(DynamicValue), new DynamicValue("null"));
        if (KqlParameterTypes.Of(symbol) is not { } parameter)
            return (new Named(symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)), null);
        var type = parameter.Type.ClrType();
        return (type, ValueOf(parameter.Type, type));
    }

    private static object ValueOf(KqlType kql, Type type) => kql switch
    {
        KqlType.String => "",
        KqlType.Dynamic => new DynamicValue("[]"),
        _ => Activator.CreateInstance(type)!,
    };

    // For messages: a type that no parameter can have, under the name it has in the source.
    private sealed class Named(string name) : TypeDelegator(typeof(object))
    {
        public override string Name => name;

        public override string ToString() => name;
    }
}
