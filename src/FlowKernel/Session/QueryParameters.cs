using System.Collections;
using FlowKernel.Results;
using FlowKernel.Session.Mapping;
using FlowKernel.Text;

namespace FlowKernel.Session;

/// <summary>Turns C# values into typed query parameters, so that a value never becomes query text.</summary>
public static class QueryParameters
{
    /// <summary>The C# types that can be parameters, by name, for messages.</summary>
    public static string SupportedTypes { get; } = string.Join(
        ", ", ClrValues.Types.Select(ClrTypeText.Of).Order(StringComparer.OrdinalIgnoreCase).Append("an enum"));

    /// <summary>A parameter of the type that fits <paramref name="type"/>; null where none does.</summary>
    public static QueryParameter? From(object? value, Type type)
    {
        if (ClrValues.TypeOf(type) is { } scalar)
            return new QueryParameter(scalar, ClrValues.Convert(value, type));
        return ClrValues.IsList(type) ? FromList((IEnumerable?)value, type) : null;
    }

    /// <summary>The KQL type of a parameter of a C# type; null where none fits.</summary>
    public static KqlType? TypeOf(Type type) =>
        ClrValues.TypeOf(type) ?? (ClrValues.IsList(type) ? KqlType.Dynamic : null);

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
        .Select(i => ClrValues.TypeOf(i.GetGenericArguments()[0]))
        .FirstOrDefault();
}
