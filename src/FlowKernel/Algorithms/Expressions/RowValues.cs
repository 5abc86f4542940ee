using FlowKernel.Results;

namespace FlowKernel.Algorithms.Expressions;

/// <summary>Implicit conversions between the number types, of boxed values.</summary>
internal static class RowValues
{
    /// <summary>A value as a wider or equal type; a value that is of the type already stays.</summary>
    public static object? Convert(object? value, KqlType type) => (type, value) switch
    {
        (_, null) => type == KqlType.String ? "" : null,
        (KqlType.Int, long n) => unchecked((int)n),
        (KqlType.Long, int n) => (long)n,
        (KqlType.Long, double n) => double.IsFinite(n) && Math.Abs(n) < long.MaxValue ? (long)n : null,
        (KqlType.Real, int n) => (double)n,
        (KqlType.Real, long n) => (double)n,
        (KqlType.Real, decimal n) => (double)n,
        (KqlType.Decimal, int n) => (decimal)n,
        (KqlType.Decimal, long n) => (decimal)n,
        _ => value,
    };

    /// <summary>The type that two operands are compared or computed in.</summary>
    public static KqlType Common(KqlType left, KqlType right)
    {
        if (left == right || !left.IsNumeric() || !right.IsNumeric())
            return left;
        return left > right ? left : right;
    }
}
