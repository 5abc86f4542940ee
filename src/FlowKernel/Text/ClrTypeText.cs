using System.Reflection;

namespace FlowKernel.Text;

/// <summary>Names .NET types as C# writes them.</summary>
public static class ClrTypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char",
        [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    /// <summary>The name without namespaces, such as <c>List&lt;int?&gt;</c>.</summary>
    public static string Of(Type type)
    {
        // What stands for a type that exists in source only is equal to another, but has its own name.
        if (type is TypeDelegator)
            return type.Name;
        if (Keyword(type) is { } keyword)
            return keyword;
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        if (type.Name.StartsWith("<>f__Anonymous", StringComparison.Ordinal))
            return "(anonymous)";
        return type.IsGenericType ? $"{Simple(type)}<{Arguments(type)}>" : Simple(type);
    }

    /// <summary>The keyword for a type, such as <c>int</c>, or null.</summary>
    public static string? Keyword(Type type) => Keywords.GetValueOrDefault(type);

    private static string Arguments(Type type) => string.Join(", ", type.GetGenericArguments().Select(Of));

    private static string Simple(Type type) => type.Name.Split('`')[0];
}
