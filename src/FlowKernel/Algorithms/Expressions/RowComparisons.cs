using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Expressions;

/// <summary>
/// Comparisons: a null equals no value and differs from every value, two nulls give null, and an order with a null is
/// null; NaN equals nothing, itself included.
/// </summary>
internal static class RowComparisons
{
    /// <summary>The rows.</summary>
    public static readonly (string Name, RowFunction Function)[] Rows =
    [
        ("==", (c, a) => Equality(c, a, equal: true)),
        ("!=", (c, a) => Equality(c, a, equal: false)),
        ("<", (c, a) => Order(c, a, n => n < 0)),
        ("<=", (c, a) => Order(c, a, n => n <= 0)),
        (">", (c, a) => Order(c, a, n => n > 0)),
        (">=", (c, a) => Order(c, a, n => n >= 0)),
        ("between", Between),
        ("max_of", (c, a) => v => Extreme(c, a, v, 1)),
        ("min_of", (c, a) => v => Extreme(c, a, v, -1)),
    ];

    private static RowExpression Equality(Call call, IReadOnlyList<RowExpression> a, bool equal)
    {
        var type = RowValues.Common(call.Arguments[0].Type, call.Arguments[1].Type);
        return v =>
        {
            var (left, right) = (RowValues.Convert(a[0](v), type), RowValues.Convert(a[1](v), type));
            if (left is null || right is null)
                return left is null && right is null ? null : !equal;
            var same = left is double x ? x == (double)right : left.Equals(right);
            return same == equal;
        };
    }

    private static RowExpression Order(Call call, IReadOnlyList<RowExpression> a, Func<int, bool> holds)
    {
        var type = RowValues.Common(call.Arguments[0].Type, call.Arguments[1].Type);
        return v => Compare(a[0](v), a[1](v), type) switch
        {
            null => null,
            Unordered => false,
            { } order => holds(order),
        };
    }

    private const int Unordered = int.MinValue;

    /// <summary>Less than 0, 0, or more; null with a null, <see cref="Unordered"/> with a NaN.</summary>
    private static int? Compare(object? left, object? right, KqlType type)
    {
        (left, right) = (RowValues.Convert(left, type), RowValues.Convert(right, type));
        if (left is null || right is null)
            return null;
        if (left is string text)
            return Math.Sign(string.CompareOrdinal(text, (string)right));
        if (left is double x)
            return double.IsNaN(x) || double.IsNaN((double)right) ? Unordered : x.CompareTo((double)right);
        return ((IComparable)left).CompareTo(right);
    }

    private static RowExpression Between(Call call, IReadOnlyList<RowExpression> a)
    {
        var (low, high) = (call.Arguments[1].Type, call.Arguments[2].Type);
        var first = RowValues.Common(call.Arguments[0].Type, low);
        return v =>
        {
            var (value, from, to) = (a[0](v), a[1](v), a[2](v));
            if (from is DateTime start && to is TimeSpan length)
                to = RowArithmetic.Move(start, length);
            var last = RowValues.Common(first, to is DateTime ? KqlType.DateTime : high);
            var (lower, upper) = (Compare(value, from, first), Compare(value, to, last));
            return lower is Unordered or < 0 || upper is Unordered or > 0
                ? false
                : lower is null || upper is null ? null : true;
        };
    }

    /// <summary>The greatest or least value, nulls left out.</summary>
    private static object? Extreme(Call call, IReadOnlyList<RowExpression> arguments, object?[] values, int sign)
    {
        object? best = null;
        foreach (var argument in arguments)
        {
            var value = RowValues.Convert(argument(values), call.Type);
            if (value is not null && (best is null || Compare(value, best, call.Type) * sign > 0))
                best = value;
        }

        return best;
    }
}
