using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// Instants that a query itself fixes, to the tick of 100 ns, where those of columns are kept to the microsecond.
/// </summary>
internal static class Instants
{
    /// <summary>The instant that an expression of constants stands for; null where it needs a row, or is null.</summary>
    public static DateTime? Value(Scalar scalar) => scalar switch
    {
        Literal { Value: DateTime instant } => instant,
        Call { Function: "endofday" or "endofweek" or "endofmonth" or "endofyear" or "startofday" or "startofweek"
            or "startofmonth" or "startofyear" } call when Value(call.Arguments[0]) is { } instant =>
            Border(call, instant),
        Call { Function: "+" or "-", Arguments: [var left, Literal { Value: TimeSpan by }] } call
            when Value(left) is { } instant =>
            Moved(instant, call.Function == "+" ? by.Ticks : -(Int128)by.Ticks),
        Call { Function: "+", Arguments: [Literal { Value: TimeSpan by }, var right] }
            when Value(right) is { } instant => Moved(instant, by.Ticks),
        _ => null,
    };

    private static DateTime? Border(Call call, DateTime instant)
    {
        var by = call.Arguments.Count == 1 ? 0
            : call.Arguments[1] is Literal { Value: long or int } offset
                ? System.Convert.ToInt64(offset.Value, System.Globalization.CultureInfo.InvariantCulture)
                : (long?)null;
        if (by is not { } count || Math.Abs(count) > 4_000_000)
            return null;
        var end = call.Function.StartsWith("end", StringComparison.Ordinal);
        try
        {
            var start = Start(call.Function[(end ? 5 : 7)..], instant, (int)count + (end ? 1 : 0));
            return end ? start.AddTicks(-1) : start;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static DateTime Start(string unit, DateTime t, int count) => unit switch
    {
        "day" => t.Date.AddDays(count),
        "week" => t.Date.AddDays((7 * count) - (int)t.DayOfWeek),
        "month" => new DateTime(t.Year, t.Month, 1, 0, 0, 0, t.Kind).AddMonths(count),
        _ => new DateTime(t.Year, 1, 1, 0, 0, 0, t.Kind).AddYears(count),
    };

    private static DateTime? Moved(DateTime instant, Int128 ticks)
    {
        var moved = instant.Ticks + ticks;
        return moved >= 0 && moved <= DateTime.MaxValue.Ticks ? new DateTime((long)moved, DateTimeKind.Utc) : null;
    }
}
