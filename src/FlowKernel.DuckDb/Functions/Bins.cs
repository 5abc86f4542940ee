using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// <c>bin</c> and <c>bin_at</c> (https://learn.microsoft.com/kusto/query/bin-function): rounding down to a multiple;
/// instants count from the start of the year 1. A size that is not positive gives null.
/// </summary>
internal static class Bins
{
    private const string YearOne = "62135596800000000";

    /// <summary>Rounds down to a multiple of the second argument.</summary>
    public static Outcome<string> Bin(Invocation call)
    {
        if (call.Count != 2)
            return call.Refuse("it needs a value and a bin size");
        return call.TypeOf(0) switch
        {
            KqlType.DateTime => BinInstant(call),
            KqlType.Decimal => call.Refuse("bins of decimals are not supported"),
            _ when call.Type == KqlType.Real => $"kql_bin_real({call.As(0, KqlType.Real)}, {call.As(1, KqlType.Real)})",
            _ => Conversion.Cast(BinLong(call), KqlType.Long, call.Type),
        };
    }

    /// <summary>Rounds down to a point that lies a multiple of the second argument from the third.</summary>
    public static Outcome<string> BinAt(Invocation call) => call.TypeOf(0) switch
    {
        KqlType.DateTime =>
            $"kql_bin_instant_at({call.Sql(0)}, {call.As(1, KqlType.TimeSpan)}, {call.As(2, KqlType.DateTime)})",
        _ when call.Type == KqlType.Real =>
            $"kql_bin_real_at({call.As(0, KqlType.Real)}, {call.As(1, KqlType.Real)}, {call.As(2, KqlType.Real)})",
        _ => Conversion.Cast(BinLongAt(call), KqlType.Long, call.Type),
    };

    /// <summary>A constant size needs no test and writes its value only once, so that the engine can fold it.</summary>
    private static string BinInstant(Invocation call)
    {
        if (call.TryConstant<TimeSpan>(1, out var size) && size.Ticks > 0 && size.Ticks % 10 == 0)
        {
            var us = SqlText.Number(size.Ticks / 10);
            return $"make_timestamp((epoch_us({call.Sql(0)}) + {YearOne}) // {us} * {us} - {YearOne})";
        }

        return $"kql_bin_instant({call.Sql(0)}, {call.As(1, KqlType.TimeSpan)})";
    }

    private static string BinLongAt(Invocation call)
    {
        var (size, origin) = (call.As(1, KqlType.Long), call.As(2, KqlType.Long));
        return call.Context.Wraps
            ? $"kql_wrap(kql_bin_at(CAST({call.As(0, KqlType.Long)} AS HUGEINT), {size}, {origin}))"
            : $"kql_bin_at({call.As(0, KqlType.Long)}, {size}, {origin})";
    }

    private static string BinLong(Invocation call) => call.Context.Wraps
        ? $"kql_wrap(kql_bin(CAST({call.As(0, KqlType.Long)} AS HUGEINT), {call.As(1, KqlType.Long)}))"
        : $"kql_bin({call.As(0, KqlType.Long)}, {call.As(1, KqlType.Long)})";
}
