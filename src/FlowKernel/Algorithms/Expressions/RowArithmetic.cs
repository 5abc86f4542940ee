using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Expressions;

/// <summary>
/// Arithmetic: whole numbers wrap around, divided by zero they are null, and a remainder is never negative.
/// </summary>
internal static class RowArithmetic
{
    /// <summary>The rows.</summary>
    public static readonly (string Name, RowFunction Function)[] Rows =
    [
        ("+", (c, a) => Binary(c, a, Add)),
        ("-", (c, a) => Binary(c, a, Subtract)),
        ("*", (c, a) => Binary(c, a, Multiply)),
        ("/", (c, a) => Binary(c, a, Divide)),
        ("%", (c, a) => Binary(c, a, Remainder)),
        ("negate", (c, a) => v => Negate(a[0](v))),
        ("abs", (c, a) => v => Absolute(a[0](v))),
        ("tolong", (c, a) => v => ToNumber(a[0](v), KqlType.Long)),
        ("todouble", (c, a) => v => ToNumber(a[0](v), KqlType.Real)),
        ("toreal", (c, a) => v => ToNumber(a[0](v), KqlType.Real)),
    ];

    /// <summary>An instant later or earlier; null outside the years 1 to 9999.</summary>
    public static object? Move(DateTime time, TimeSpan length)
    {
        var ticks = (Int128)time.Ticks + length.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime((long)ticks, time.Kind) : null;
    }

    private static RowExpression Binary(
        Call call, IReadOnlyList<RowExpression> a, Func<object, object, object?> compute)
    {
        var (left, right) = (call.Arguments[0].Type, call.Arguments[1].Type);
        var common = RowValues.Common(left, right);
        var wide = common == KqlType.Int ? KqlType.Long : common;
        var type = left.IsNumeric() && right.IsNumeric() ? wide : (KqlType?)null;
        return v =>
        {
            var (x, y) = (a[0](v), a[1](v));
            if (x is null || y is null)
                return null;
            if (type is { } t)
                (x, y) = (RowValues.Convert(x, t)!, RowValues.Convert(y, t)!);
            return RowValues.Convert(compute(x, y), call.Type);
        };
    }

    private static object? Add(object x, object y) => (x, y) switch
    {
        (long a, long b) => unchecked(a + b),
        (double a, double b) => a + b,
        (decimal a, decimal b) => a + b,
        (DateTime a, TimeSpan b) => Move(a, b),
        (TimeSpan a, DateTime b) => Move(b, a),
        (TimeSpan a, TimeSpan b) => new TimeSpan(unchecked(a.Ticks + b.Ticks)),
        _ => throw Unknown(x, y),
    };

    private static object? Subtract(object x, object y) => (x, y) switch
    {
        (long a, long b) => unchecked(a - b),
        (double a, double b) => a - b,
        (decimal a, decimal b) => a - b,
        (DateTime a, DateTime b) => a - b,
        (DateTime a, TimeSpan b) => Move(a, new TimeSpan(unchecked(-b.Ticks))),
        (TimeSpan a, TimeSpan b) => new TimeSpan(unchecked(a.Ticks - b.Ticks)),
        _ => throw Unknown(x, y),
    };

    private static object? Multiply(object x, object y) => (x, y) switch
    {
        (long a, long b) => unchecked(a * b),
        (double a, double b) => a * b,
        (decimal a, decimal b) => a * b,
        (TimeSpan a, var b) => new TimeSpan((long)(a.Ticks * Factor(b))),
        (var a, TimeSpan b) => new TimeSpan((long)(b.Ticks * Factor(a))),
        _ => throw Unknown(x, y),
    };

    private static object? Divide(object x, object y) => (x, y) switch
    {
        (long, 0L) => null,
        (long a, -1L) => unchecked(-a),
        (long a, long b) => a / b,
        (double a, double b) => a / b,
        (decimal, 0m) => null,
        (decimal a, decimal b) => a / b,
        (TimeSpan a, TimeSpan b) => (double)a.Ticks / b.Ticks,
        (TimeSpan a, var b) when Factor(b) != 0 => new TimeSpan((long)(a.Ticks / Factor(b))),
        (TimeSpan, _) => null,
        _ => throw Unknown(x, y),
    };

    private static object? Remainder(object x, object y) => (x, y) switch
    {
        (long, 0L) => null,
        (long a, -1L) => 0L,
        (long a, long b) => (a % b + Math.Abs(b)) % b,
        (double a, double b) => (a % b + Math.Abs(b)) % b,
        _ => throw Unknown(x, y),
    };

    private static object? Negate(object? value) => value switch
    {
        null => null,
        int n => unchecked(-n),
        long n => unchecked(-n),
        double n => -n,
        decimal n => -n,
        TimeSpan t => new TimeSpan(unchecked(-t.Ticks)),
        _ => throw Unknown(value, value),
    };

    private static object? Absolute(object? value) => value switch
    {
        null => null,
        int n => n < 0 ? unchecked(-n) : n,
        long n => n < 0 ? unchecked(-n) : n,
        double n => Math.Abs(n),
        decimal n => Math.Abs(n),
        TimeSpan t => t < TimeSpan.Zero ? new TimeSpan(unchecked(-t.Ticks)) : t,
        _ => throw Unknown(value, value),
    };

    private static object? ToNumber(object? value, KqlType type) => value switch
    {
        bool b => RowValues.Convert(b ? 1L : 0L, type),
        TimeSpan t => RowValues.Convert(t.Ticks, type),
        DateTime t => RowValues.Convert(t.Ticks, type),
        decimal n when type == KqlType.Long => Math.Abs(n) < long.MaxValue ? (long)n : null,
        _ => RowValues.Convert(value, type),
    };

    private static double Factor(object number) => number switch
    {
        long n => n,
        int n => n,
        double n => n,
        decimal n => (double)n,
        _ => throw Unknown(number, number),
    };

    private static InvalidOperationException Unknown(object x, object y) =>
        new($"No arithmetic of {x.GetType().Name} and {y.GetType().Name}.");
}
