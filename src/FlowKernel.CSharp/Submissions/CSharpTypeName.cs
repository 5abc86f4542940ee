using FlowKernel.Text;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Writes types as C# does.</summary>
internal static class CSharpTypeName
{
    /// <summary>
    /// The name by which a cell can declare a variable of a type; <c>object</c> for types without such a name. A type
    /// that a cell declared is named without the cell.
    /// </summary>
    public static string Of(Type type)
    {
        if (ClrTypeText.Keyword(type) is { } keyword)
            return keyword;
        if (type.IsArray)
            return Array(type);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        return type.IsVisible && !type.IsPointer && !type.IsByRef ? Nested(type, type.GetGenericArguments()) : "object";
    }

    private static string Array(Type type)
    {
        var ranks = "";
        while (type.IsArray)
        {
            ranks += "[" + new string(',', type.GetArrayRank() - 1) + "]";
            type = type.GetElementType()!;
        }

        return Of(type) + ranks;
    }

    private static string Nested(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType switch
        {
            null => type.Namespace is null ? "global::" : $"global::{type.Namespace}.",
            { Namespace: null, DeclaringType: null } cell when CellClass.Is(cell.Name) => "",
            var declaring => Nested(declaring, arguments[..declaring.GetGenericArguments().Length]) + ".",
        };
        var own = arguments[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];
        var name = type.Name.Split('`')[0];
        return own.Length == 0 ? outer + name : $"{outer}{name}<{string.Join(", ", own.Select(Of))}>";
    }
}
