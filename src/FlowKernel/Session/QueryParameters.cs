using System.Collections;
using System.Collections.Frozen;
using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>Turns C# values into typed query parameters, so that a value never becomes query text.</summary>
public static class QueryParameters
{
    private static readonly FrozenDictionary<Type, (KqlType Type, Func<object, object> Convert)> Conversions =
        new Dictionary<Type, (KqlType, Func<object, object>)>
        {
            [typeof(bool)] = (KqlType.Bool, v => v),
            [typeof(int)] = (KqlType.Int, v => v),
            [typeof(short)] = (KqlType.Int, v => (int)(short)v),
            [typeof(byte)] = (KqlType.Int, v => (int)(byte)v),
            [typeof(long)] = (KqlType.Long, v => v),
            [typeof(uint)] = (KqlType.Long, v => (long)(uint)v),
            [typeof(double)] = (KqlType.Real, v => v),
            [typeof(float)] = (KqlType.Real, v => (double)(float)v),
            [typeof(decimal)] = (KqlType.Decimal, v => v),
            [typeof(string)] = (KqlType.String, v => v),
            [typeof(DateTime)] = (KqlType.DateTime, v => ((DateTime)v).ToUniversalTime()),
            [typeof(DateTimeOffset)] = (KqlType.DateTime, v => ((DateTimeOffset)v).UtcDateTime),
            [typeof(TimeSpan)] = (KqlType.TimeSpan, v => v),
            [typeof(Guid)] = (KqlType.Guid, v => v),
            [typeof(System.Net.IPAddress)] = (KqlType.String, v => v.ToString() ?? ""),
            [typeof(DynamicValue)] = (KqlType.Dynamic, v => v),
        }.ToFrozenDictionary();

    /// <summary>The C# types that can be parameters, by name, for messages.</summary>
    public static string SupportedTypes { get; } =
        string.Join(", ", Conversions.Keys.Select(t => t.Name).Order(StringComparer.Ordinal));

    /// <summary>A parameter of the type that fits <paramref name="type"/>; null where none does.</summary>
    public static QueryParameter? From(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Conversions.TryGetValue(type, out var conversion))
            return new QueryParameter(conversion.Type, value is null ? null : conversion.Convert(value));
        return IsList(type) ? FromList((IEnumerable?)value, type) : null;
    }

    /// <summary>The KQL type that values of a C# type have; null where none fits. A list is dynamic.</summary>
    public static KqlType? TypeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return Conversions.TryGetValue(type, out var conversion) ? conversion.Type
            : IsList(type) ? KqlType.Dynamic
            : null;
    }

    /// <summary>
    /// The parameters of an object's public properties, such as <c>new { ip, last }</c>. Throws
    /// <see cref="ArgumentException"/> when a property's type cannot be a parameter.
    /// </summary>
    public static IReadOnlyDictionary<string, QueryParameter> FromProperties(object? values) =>
        values is null
            ? new Dictionary<string, QueryParameter>()
            : values.GetType().GetProperties().ToDictionary(
                p => p.Name,
                p => From(p.GetValue(values), p.PropertyType) ?? throw new ArgumentException(
                    $"'{p.Name}' is a {p.PropertyType.Name}, which cannot be a query parameter. "
                    + $"Supported: {SupportedTypes}."),
                StringComparer.Ordinal);

    private static bool IsList(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static QueryParameter? FromList(IEnumerable? list, Type type)
    {
        var element = ElementOf(type);
        if (list is null)
            return new QueryParameter(KqlType.Dynamic, null) { Element = element };
        return ClrJson.TryWrite(list, out var json)
            ? new QueryParameter(KqlType.Dynamic, new DynamicValue(json)) { Element = element }
            : null;
    }

    private static KqlType? ElementOf(Type list) => list.GetInterfaces().Append(list)
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(i => TypeOf(i.GetGenericArguments()[0]))
        .FirstOrDefault();
}
