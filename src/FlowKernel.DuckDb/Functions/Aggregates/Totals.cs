using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Aggregates;

/// <summary>
/// Counts, sums, averages and extremes. Nulls are ignored; over nothing a sum is 0, an average NaN, an extreme null.
/// A function whose name ends in <c>if</c> has its condition as last argument.
/// </summary>
internal static class Totals
{
    private const string FirstRow = "Takes the first value; several columns are of one row, and may be null.";
    private const string Exact = "Counts exactly, where Kusto estimates.";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("count", "count(*)") { Gives = KqlType.Long, Page = "count-aggregation-function" },
        // An older name, which Kusto's own check still knows.
        new("cnt", "count(*)") { Gives = KqlType.Long, Page = "count-aggregation-function" },
        new("countif", "count(*) FILTER (WHERE {0:bool})")
        { Gives = KqlType.Long, Page = "countif-aggregation-function" },
        .. WithCondition("sum", Sum),
        .. WithCondition("avg", Average),
        .. WithCondition("min", Least),
        .. WithCondition("max", (c, where) => Plain("max", c, where)),
        .. WithCondition("dcount", Distinct, Exact),
        .. WithCondition("count_distinct", Distinct),
        .. WithCondition("take_any", AnyValue, FirstRow),
        .. WithCondition("any", AnyValue, FirstRow),
        new("take_any row", c => Plain("first", c, "")) { IsOfPlans = true },
    ];

    private static FunctionRow[] WithCondition(
        string name, Func<Invocation, string, Outcome<string>> emit, string? note = null)
    {
        var page = name.Replace('_', '-');
        return
        [
            new(name, c => emit(c, "")) { Page = $"{page}-aggregation-function", Note = note },
            new($"{name}if", c => emit(c, $" FILTER (WHERE {c.As(1, KqlType.Bool)})"))
            { Page = $"{page}if-aggregation-function", Note = note },
        ];
    }

    private static Outcome<string> Sum(Invocation call, string where)
    {
        if (call.TypeOf(0) == KqlType.DateTime)
            return call.Refuse("instants have no sum");
        var type = call.Type == KqlType.Int ? KqlType.Long : call.Type;
        var sum = $"sum({call.As(0, type)}){where}";
        return type switch
        {
            KqlType.Long or KqlType.TimeSpan => Conversion.Cast($"coalesce(kql_wrap({sum}), 0)", type, call.Type),
            KqlType.Decimal => $"coalesce(CAST({sum} AS {SqlTypes.Of(KqlType.Decimal)}), 0)",
            _ => $"coalesce({sum}, 0.0)",
        };
    }

    /// <summary>Whole numbers are summed as longs that wrap around, then divided: that is what Kusto gives.</summary>
    private static Outcome<string> Average(Invocation call, string where)
    {
        var value = call.Sql(0);
        var (sum, count) = ($"sum({value}){where}", $"count({value}){where}");
        if (call.Type == KqlType.DateTime)
            return $"make_timestamp(CAST(floor(avg(epoch_us({value})){where}) AS BIGINT))";
        if (call.Type == KqlType.TimeSpan)
            return $"CAST({sum} // nullif({count}, 0) AS BIGINT)";
        if (call.Type == KqlType.Decimal)
            return $"kql_decimal_divide(CAST({sum} AS VARCHAR), CAST({count} AS VARCHAR))::{SqlTypes.Of(call.Type)}";
        return call.TypeOf(0) is KqlType.Int or KqlType.Long
            ? $"coalesce(CAST(kql_wrap({sum}) AS DOUBLE) / {count}, 'NaN'::DOUBLE)"
            : $"coalesce(avg({call.As(0, KqlType.Real)}){where}, 'NaN'::DOUBLE)";
    }

    private static Outcome<string> Least(Invocation call, string where)
    {
        var value = call.As(0, call.Type);
        return call.Type == KqlType.Real
            ? $"CASE WHEN bool_or(isnan({value})){where} THEN 'NaN'::DOUBLE ELSE min({value}){where} END"
            : Plain("min", call, where);
    }

    private static Outcome<string> AnyValue(Invocation call, string where)
    {
        var value = call.As(0, call.Type);
        return call.Type == KqlType.String
            ? $"coalesce(any_value(nullif({value}, '')){where}, '')"
            : $"any_value({value}){where}";
    }

    private static Outcome<string> Plain(string function, Invocation call, string where)
    {
        var sql = $"{function}({call.As(0, call.Type)}){where}";
        return call.Type == KqlType.String ? $"coalesce({sql}, '')" : sql;
    }

    private static Outcome<string> Distinct(Invocation call, string where) =>
        Conversion.Cast($"count(DISTINCT {call.Sql(0)}){where}", KqlType.Long, call.Type);
}
