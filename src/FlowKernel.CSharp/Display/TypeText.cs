using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Display;

/// <summary>Names types as their readers would.</summary>
internal static class TypeText
{
    /// <summary>The C# name without namespaces.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray || Nullable.GetUnderlyingType(type) is not null || !type.IsGenericType)
            return type.IsArray ? Of(type.GetElementType()!) + "[]" : CSharpTypeName.Keyword(type) ?? Simple(type);
        return $"{Simple(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    private static string Simple(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        var name = type.Name.Split('`')[0];
        return name.StartsWith("<>f__Anonymous", StringComparison.Ordinal) ? "(anonymous)" : name;
    }
}
