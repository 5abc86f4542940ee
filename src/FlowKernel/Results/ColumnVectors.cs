namespace FlowKernel.Results;

/// <summary>Makes column vectors from loose values, and reads their values as nullable ones.</summary>
public static class ColumnVectors
{
    /// <summary>
    /// A vector of a KQL type from values of its CLR type or null; a null string becomes the empty string.
    /// Throws <see cref="InvalidCastException"/> when a value has another CLR type.
    /// </summary>
    public static ColumnVector From(KqlType type, IReadOnlyList<object?> values) => type switch
    {
        KqlType.Bool => Make<bool>(values),
        KqlType.Int => Make<int>(values),
        KqlType.Long => Make<long>(values),
        KqlType.Real => Make<double>(values),
        KqlType.Decimal => Make<decimal>(values),
        KqlType.String => new ColumnVector<string>([.. values.Select(v => (string?)v ?? "")]),
        KqlType.DateTime => Make<DateTime>(values),
        KqlType.TimeSpan => Make<TimeSpan>(values),
        KqlType.Guid => Make<Guid>(values),
        KqlType.Dynamic => Make<DynamicValue>(values),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The value of a row, or null; not boxed.</summary>
    public static T? ValueOrNull<T>(this ColumnVector<T> vector, int row)
        where T : struct => vector.IsNull(row) ? null : vector.Values[row];

    private static ColumnVector<T> Make<T>(IReadOnlyList<object?> values)
    {
        var typed = new T[values.Count];
        bool[]? nulls = null;
        for (var i = 0; i < typed.Length; i++)
        {
            if (values[i] is { } value)
                typed[i] = (T)value;
            else
                (nulls ??= new bool[typed.Length])[i] = true;
        }

        return new ColumnVector<T>(typed, nulls);
    }
}
