using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>Writes the conversions that a declared type asks for.</summary>
internal static class Conversion
{
    /// <summary>The value in a type: itself, a literal of that type, or a call of the converting function.</summary>
    public static Scalar To(KqlType type, Scalar value)
    {
        if (value.Type == type)
            return value;
        return value is Literal literal && TryLiteral(type, literal, out var converted)
            ? converted
            : new Call("to" + FunctionSuffix(type), [value], type, value.Span);
    }

    private static string FunctionSuffix(KqlType type) => type == KqlType.Guid ? "guid" : type.Name();

    private static bool TryLiteral(KqlType type, Literal literal, out Literal converted)
    {
        object? value = (type, literal.Value) switch
        {
            (_, null) => null,
            (KqlType.Real, long n) => (double)n,
            (KqlType.Real, int n) => (double)n,
            (KqlType.Decimal, long n) => (decimal)n,
            (KqlType.Decimal, int n) => (decimal)n,
            (KqlType.Long, int n) => (long)n,
            (KqlType.Int, long n) when n is >= int.MinValue and <= int.MaxValue => (int)n,
            _ => DBNull.Value,
        };
        converted = new Literal(value, type, literal.Span);
        return value is not DBNull;
    }
}
