using System.Collections;
using System.Collections.Frozen;
using System.Net;
using FlowKernel.Results;

namespace FlowKernel.Session.Mapping;

/// <summary>Which KQL type a C# type is, and how its values become KQL's; times become UTC.</summary>
public static class ClrValues
{
    private static readonly FrozenDictionary<Type, (KqlType Type, Func<object, object> Convert)> Facts =
        new Dictionary<Type, (KqlType, Func<object, object>)>
        {
            [typeof(bool)] = (KqlType.Bool, v => v),
            [typeof(int)] = (KqlType.Int, v => v),
            [typeof(short)] = (KqlType.Int, v => (int)(short)v),
            [typeof(ushort)] = (KqlType.Int, v => (int)(ushort)v),
            [typeof(byte)] = (KqlType.Int, v => (int)(byte)v),
            [typeof(sbyte)] = (KqlType.Int, v => (int)(sbyte)v),
            [typeof(long)] = (KqlType.Long, v => v),
            [typeof(uint)] = (KqlType.Long, v => (long)(uint)v),
            [typeof(ulong)] = (KqlType.Decimal, v => (decimal)(ulong)v),
            [typeof(double)] = (KqlType.Real, v => v),
            [typeof(float)] = (KqlType.Real, v => (double)(float)v),
            [typeof(decimal)] = (KqlType.Decimal, v => v),
            [typeof(string)] = (KqlType.String, v => v),
            [typeof(char)] = (KqlType.String, v => v.ToString() ?? ""),
            [typeof(Uri)] = (KqlType.String, v => v.ToString() ?? ""),
            [typeof(DateTime)] = (KqlType.DateTime, v => Utc((DateTime)v)),
            [typeof(DateTimeOffset)] = (KqlType.DateTime, v => ((DateTimeOffset)v).UtcDateTime),
            [typeof(DateOnly)] =
                (KqlType.DateTime, v => ((DateOnly)v).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
            [typeof(TimeSpan)] = (KqlType.TimeSpan, v => v),
            [typeof(TimeOnly)] = (KqlType.TimeSpan, v => ((TimeOnly)v).ToTimeSpan()),
            [typeof(Guid)] = (KqlType.Guid, v => v),
            [typeof(IPAddress)] = (KqlType.String, v => v.ToString() ?? ""),
            [typeof(DynamicValue)] = (KqlType.Dynamic, v => v),
        }.ToFrozenDictionary();

    /// <summary>The types of single values, besides enums and the nullable forms of value types.</summary>
    public static IEnumerable<Type> Types => Facts.Keys;

    /// <summary>The KQL type of a C# type of single values, an enum's by its name; null for other types.</summary>
    public static KqlType? TypeOf(Type type)
    {
        type = Plain(type);
        return type.IsEnum ? KqlType.String : Facts.TryGetValue(type, out var fact) ? fact.Type : null;
    }

    /// <summary>A value of a type that <see cref="TypeOf"/> knows as KQL holds it; null stays null.</summary>
    public static object? Convert(object? value, Type type)
    {
        type = Plain(type);
        return value is null ? null : type.IsEnum ? value.ToString() : Facts[type].Convert(value);
    }

    /// <summary>The instant in UTC; one that does not say what it is counted in is in UTC already.</summary>
    public static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Unspecified
        ? DateTime.SpecifyKind(time, DateTimeKind.Utc)
        : time.ToUniversalTime();

    // Some well-known addresses are of a type of their own.
    private static Type Plain(Type type) => typeof(IPAddress).IsAssignableFrom(type)
        ? typeof(IPAddress)
        : Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>True for a type whose values are several: they become one dynamic value.</summary>
    internal static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);
}
