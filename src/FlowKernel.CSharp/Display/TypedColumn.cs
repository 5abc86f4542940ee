using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.CSharp.Display;

/// <summary>
/// Values of one C# type as a typed column, so that numbers, times and bytes are shown as in query results.
/// </summary>
internal sealed record TypedColumn(KqlColumn Column, ColumnVector Values)
{
    private static readonly Dictionary<Type, (KqlType Type, Func<object, object> Convert)> Types = new()
    {
        [typeof(bool)] = (KqlType.Bool, v => v),
        [typeof(byte)] = (KqlType.Int, v => (int)(byte)v),
        [typeof(sbyte)] = (KqlType.Int, v => (int)(sbyte)v),
        [typeof(short)] = (KqlType.Int, v => (int)(short)v),
        [typeof(ushort)] = (KqlType.Int, v => (int)(ushort)v),
        [typeof(int)] = (KqlType.Int, v => v),
        [typeof(uint)] = (KqlType.Long, v => (long)(uint)v),
        [typeof(long)] = (KqlType.Long, v => v),
        [typeof(ulong)] = (KqlType.Decimal, v => (decimal)(ulong)v),
        [typeof(float)] = (KqlType.Real, v => double.Parse(((float)v).ToString(Invariant), Invariant)),
        [typeof(double)] = (KqlType.Real, v => v),
        [typeof(decimal)] = (KqlType.Decimal, v => v),
        [typeof(DateTime)] = (KqlType.DateTime, v => v),
        [typeof(DateTimeOffset)] = (KqlType.DateTime, v => ((DateTimeOffset)v).UtcDateTime),
        [typeof(TimeSpan)] = (KqlType.TimeSpan, v => v),
        [typeof(Guid)] = (KqlType.Guid, v => v),
        [typeof(DynamicValue)] = (KqlType.Dynamic, v => v),
    };

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>True for types whose values are one thing that a column has a type for.</summary>
    public static bool IsScalar(Type type) => Types.ContainsKey(Nullable.GetUnderlyingType(type) ?? type);

    /// <summary>A column; values of types that KQL has not, and values that could not be read, become texts.</summary>
    public static TypedColumn From(string name, Type type, IEnumerable<object?> values)
    {
        var all = values.ToList();
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return Types.TryGetValue(plain, out var fact) && all.TrueForAll(v => v is null || v.GetType() == plain)
            ? Make(name, fact.Type, all.ConvertAll(v => v is null ? null : fact.Convert(v)))
            : Texts(name, all);
    }

    /// <summary>Columns of the same length as a table.</summary>
    public static KqlTable Together(IReadOnlyList<TypedColumn> columns) =>
        new([.. columns.Select(c => c.Column)], [.. columns.Select(c => c.Values)]);

    // Unlike KQL, C# tells a missing text from an empty one.
    private static TypedColumn Texts(string name, List<object?> values) => new(
        new KqlColumn(name, KqlType.String),
        new ColumnVector<string>(
            [.. values.Select(v => v is null ? "" : BriefText.Of(v))], [.. values.Select(v => v is null)]));

    private static TypedColumn Make(string name, KqlType type, List<object?> values) =>
        new(new KqlColumn(name, type), ColumnVectors.From(type, values));
}
