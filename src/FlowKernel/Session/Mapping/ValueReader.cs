using System.Linq.Expressions;
using System.Net;
using System.Reflection;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Session.Mapping;

/// <summary>Reads the values of a column as a C# type: its own, a wider number, or what its text or JSON spells.</summary>
internal static class ValueReader
{
    private static readonly Dictionary<KqlType, Type[]> Wider = new()
    {
        [KqlType.Int] = [typeof(long), typeof(double), typeof(decimal)],
        [KqlType.Long] = [typeof(double), typeof(decimal)],
        [KqlType.DateTime] = [typeof(DateTimeOffset)],
        [KqlType.String] = [typeof(IPAddress), typeof(Uri)],
    };

    /// <summary>
    /// The types that values of the KQL type can be read as, besides object; texts may be enums too, and a dynamic
    /// value anything.
    /// </summary>
    public static IEnumerable<Type> ReadableAs(KqlType from) =>
        Wider.GetValueOrDefault(from, []).Prepend(from.ClrType());

    /// <summary>True when values of the KQL type can be read as the C# type.</summary>
    public static bool Fits(KqlType from, Type to)
    {
        var type = Nullable.GetUnderlyingType(to) ?? to;
        return ReadableAs(from).Contains(type) || type == typeof(object) || from == KqlType.Dynamic
            || (from == KqlType.String && type.IsEnum);
    }

    /// <summary>The expression that reads a part's value of a row; of a type that fits.</summary>
    public static Expression Read(RowTarget target, Expression vectors, Expression row)
    {
        var vectorType = typeof(ColumnVector<>).MakeGenericType(target.Column.Type.ClrType());
        var vector = Expression.Convert(
            Expression.Property(vectors, "Item", Expression.Constant(target.Index)), vectorType);
        var value = Converted(
            Expression.Call(vector, nameof(ColumnVector<>.ValueOrDefault), null, row), target, row);
        return target.TakesNull
            ? Expression.Condition(
                Expression.Call(vector, nameof(ColumnVector.IsNull), null, row), Expression.Default(target.Type), value)
            : value;
    }

    private static Expression Converted(Expression value, RowTarget target, Expression row)
    {
        var type = Nullable.GetUnderlyingType(target.Type) ?? target.Type;
        if (type.IsAssignableFrom(value.Type) || value.Type.IsPrimitive)
            return Expression.Convert(value, target.Type);
        var method = typeof(ValueReader)
            .GetMethod(MethodFor(value.Type, type), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type);
        return Expression.Convert(
            Expression.Call(method, value, Expression.Constant(target.Column.Name), row), target.Type);
    }

    private static string MethodFor(Type from, Type to) =>
        from == typeof(DateTime) ? nameof(Instant)
        : from == typeof(DynamicValue) ? nameof(FromJson)
        : to.IsEnum ? nameof(Member)
        : nameof(FromText);

    private static T Instant<T>(DateTime value, string column, int row) =>
        (T)(object)new DateTimeOffset(value, TimeSpan.Zero);

    private static T Member<T>(string text, string column, int row)
        where T : struct => Enum.TryParse<T>(text, ignoreCase: true, out var member)
            ? member
            : throw new DiagnosticException(RowMistakes.NoValue(text, column, row, typeof(T)));

    // A missing text is empty.
    private static T? FromText<T>(string text, string column, int row)
        where T : class => text.Length == 0 ? null
            : typeof(T) == typeof(IPAddress) && IPAddress.TryParse(text, out var address) ? (T)(object)address
            : typeof(T) == typeof(Uri) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) ? (T)(object)uri
            : throw new DiagnosticException(RowMistakes.NoValue(text, column, row, typeof(T)));

    private static T FromJson<T>(DynamicValue value, string column, int row)
    {
        if (typeof(T) == typeof(JsonElement))
            return (T)(object)value.Element;
        try
        {
            return JsonSerializer.Deserialize<T>(value.Json, ClrJson.Options)!;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new DiagnosticException(RowMistakes.NoValue(value.Json, column, row, typeof(T)));
        }
    }
}
