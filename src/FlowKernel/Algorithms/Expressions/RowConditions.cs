using System.Collections.Frozen;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Expressions;

/// <summary>Logic with three values, choices, and questions after null.</summary>
internal static class RowConditions
{
    /// <summary>The functions that do not look into a dynamic value, and so take one.</summary>
    public static readonly FrozenSet<string> TakesDynamic = FrozenSet.Create(
        StringComparer.Ordinal, "iff", "iif", "coalesce", "isnull", "isnotnull", "isempty", "isnotempty");

    /// <summary>The rows.</summary>
    public static readonly (string Name, RowFunction Function)[] Rows =
    [
        ("and", (_, a) => v => And((bool?)a[0](v), a[1], v)),
        ("or", (_, a) => v => Or((bool?)a[0](v), a[1], v)),
        ("not", (_, a) => v => a[0](v) is bool b ? !b : null),
        ("iff", (c, a) => Choice(c.Type, a)),
        ("iif", (c, a) => Choice(c.Type, a)),
        ("case", (c, a) => Case(c.Type, a)),
        ("coalesce", (c, a) => v => Coalesce(c.Type, a, v)),
        ("isnull", (_, a) => v => a[0](v) is null),
        ("isnotnull", (_, a) => v => a[0](v) is not null),
        ("notnull", (_, a) => v => a[0](v) is not null),
        ("isempty", (_, a) => v => a[0](v) is null or ""),
        ("isnotempty", (_, a) => v => a[0](v) is not (null or "")),
        ("notempty", (_, a) => v => a[0](v) is not (null or "")),
    ];

    private static object? And(bool? left, RowExpression right, object?[] values)
    {
        if (left == false)
            return false;
        var second = (bool?)right(values);
        return second == false ? false : left is null || second is null ? null : true;
    }

    private static object? Or(bool? left, RowExpression right, object?[] values)
    {
        if (left == true)
            return true;
        var second = (bool?)right(values);
        return second == true ? true : left is null || second is null ? null : false;
    }

    private static RowExpression Choice(KqlType type, IReadOnlyList<RowExpression> a) => v =>
        RowValues.Convert((bool?)a[0](v) == true ? a[1](v) : a[2](v), type);

    private static RowExpression Case(KqlType type, IReadOnlyList<RowExpression> a) => v =>
    {
        for (var i = 0; i + 1 < a.Count; i += 2)
        {
            if ((bool?)a[i](v) == true)
                return RowValues.Convert(a[i + 1](v), type);
        }

        return RowValues.Convert(a[^1](v), type);
    };

    private static object? Coalesce(KqlType type, IReadOnlyList<RowExpression> arguments, object?[] values)
    {
        foreach (var argument in arguments)
        {
            if (argument(values) is { } value and not "")
                return RowValues.Convert(value, type);
        }

        return type == KqlType.String ? "" : null;
    }
}
