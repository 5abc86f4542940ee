using System.Collections.Frozen;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// The parts of an instant that <c>datetime_part</c>, <c>datetime_diff</c> and <c>datetime_add</c> name.
/// </summary>
internal static class DateParts
{
    private const string Finer = "instants keep microseconds, and this one lies between two";

    private static readonly FrozenDictionary<string, UnitOfTime> Units = new Dictionary<string, UnitOfTime>
    {
        ["year"] = new("year({0})", 12, 0),
        ["quarter"] = new("quarter({0})", 3, 0),
        ["month"] = new("month({0})", 1, 0),
        ["week_of_year"] = new("week({0})", 0, 0),
        ["weekofyear"] = new("week({0})", 0, 0),
        ["week"] = new("week({0})", 0, 604_800_000_000),
        ["day"] = new("day({0})", 0, 86_400_000_000),
        ["dayofyear"] = new("dayofyear({0})", 0, 0),
        ["hour"] = new("hour({0})", 0, 3_600_000_000),
        ["minute"] = new("minute({0})", 0, 60_000_000),
        ["second"] = new("second({0})", 0, 1_000_000),
        ["millisecond"] = new("(millisecond({0}) % 1000)", 0, 1_000),
        ["microsecond"] = new("(microsecond({0}) % 1000000)", 0, 1),
        ["nanosecond"] = new("(microsecond({0}) % 1000000 * 1000)", 0, 0),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>One part of an instant.</summary>
    public static Outcome<string> Part(Invocation call)
    {
        var found = UnitOf(call);
        if (found.Value is not { } unit)
            return new Outcome<string>(found.Diagnostics);
        if (unit.IsNanosecond && Instants.Value(call[1].Scalar) is { } known)
            return SqlLiteral.Of(known.Ticks % TimeSpan.TicksPerSecond * 100, KqlType.Long);
        return unit.IsNanosecond && Precision.IsFiner(call[1].Scalar)
            ? call.Refuse(Finer)
            : unit.Part.Replace("{0}", call.As(1, KqlType.DateTime), StringComparison.Ordinal);
    }

    /// <summary>How many borders of a unit lie between the third argument and the second.</summary>
    public static Outcome<string> Difference(Invocation call)
    {
        var found = UnitOf(call);
        if (found.Value is not { } unit)
            return new Outcome<string>(found.Diagnostics);
        var (later, earlier) = (call.As(1, KqlType.DateTime), call.As(2, KqlType.DateTime));
        if (unit.Months > 0)
            return $"(kql_months({later}) // {unit.Months} - kql_months({earlier}) // {unit.Months})";
        if (unit.IsWeek)
            return $"(kql_weeks({later}) - kql_weeks({earlier}))";
        if (unit.Microseconds > 0)
            return $"(kql_units({later}, {unit.Microseconds}) - kql_units({earlier}, {unit.Microseconds}))";
        if (!call.TryConstant<string>(0, out var name) || !name.StartsWith("nano", StringComparison.OrdinalIgnoreCase))
            return call.Refuse("it does not count that part");
        if (Instants.Value(call[1].Scalar) is { } second && Instants.Value(call[2].Scalar) is { } first)
            return SqlLiteral.Of((second.Ticks - first.Ticks) * 100, KqlType.Long);
        return call.Arguments.Any(a => Precision.IsFiner(a.Scalar))
            ? call.Refuse(Finer)
            : $"((epoch_us({later}) - epoch_us({earlier})) * 1000)";
    }

    /// <summary>An instant moved by a number of units; a day that the month does not have becomes its last.</summary>
    public static Outcome<string> Add(Invocation call)
    {
        var found = UnitOf(call);
        if (found.Value is not { } unit)
            return new Outcome<string>(found.Diagnostics);
        var (amount, instant) = (call.As(1, KqlType.Long), call.As(2, KqlType.DateTime));
        if (unit.Months > 0)
            return $"kql_checked_datetime(TRY({instant} + to_months(CAST({amount} * {unit.Months} AS INTEGER))))";
        return unit.Microseconds > 0
            ? $"kql_datetime(TRY(epoch_us({instant}) + {amount} * {unit.Microseconds}))"
            : call.Refuse("it does not add that part");
    }

    private static Outcome<UnitOfTime> UnitOf(Invocation call)
    {
        if (!call.TryConstant<string>(0, out var name))
            return call.NeedsConstant(0, "part");
        return Units.TryGetValue(name, out var unit) ? unit : call.Refuse($"'{name}' is no part of a datetime");
    }

    private sealed record UnitOfTime(string Part, int Months, long Microseconds)
    {
        public bool IsNanosecond => Part.EndsWith("* 1000)", StringComparison.Ordinal);

        public bool IsWeek => Microseconds == 604_800_000_000;
    }
}
