using FlowKernel.DuckDb.Functions.Native.Ranks;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Aggregates;

/// <summary>
/// The SQL of the values at fractions of a group. Types that are whole numbers or reals underneath have an aggregate of
/// our own; decimals, which need more bits, are gathered and sorted.
/// </summary>
internal static class RankedValues
{
    /// <summary>One of them: that at the place, from 1, of one of the fractions.</summary>
    public static string At(Invocation call, IEnumerable<string> fractions, string place) =>
        Value($"{List(call, fractions)}[{place}]", call.TypeOf(0));

    /// <summary>All of them, as a list that can be written as JSON.</summary>
    public static string AllAsJson(Invocation call, IEnumerable<string> fractions)
    {
        var (list, type) = (List(call, fractions), call.TypeOf(0));
        return type is KqlType.Int or KqlType.Long
            ? list
            : $"list_transform({list}, lambda kql_v: {Conversion.Cast(Value("kql_v", type), type, KqlType.Dynamic)})";
    }

    private static string List(Invocation call, IEnumerable<string> fractions)
    {
        var (value, texts) = (call.Sql(0), $"'{string.Join(' ', fractions)}'");
        return call.TypeOf(0) switch
        {
            KqlType.Long or KqlType.TimeSpan => $"{RankAggregate.OfWholes}({value}, {texts})",
            KqlType.Int => $"{RankAggregate.OfWholes}(CAST({value} AS BIGINT), {texts})",
            KqlType.DateTime => $"{RankAggregate.OfWholes}(epoch_us({value}), {texts})",
            KqlType.Real => $"{RankAggregate.OfReals}({value}, {texts})",
            _ => OfList($"list({value}) FILTER (WHERE {value} IS NOT NULL)", fractions),
        };
    }

    // DuckDB's aggregate of quantiles has memory outside its limit; that of lists ends the query there.
    private static string OfList(string list, IEnumerable<string> fractions) =>
        $"list_transform([list_sort({list})], lambda kql_all: list_transform([{string.Join(", ", fractions)}], "
        + "lambda kql_part: kql_all[greatest(CAST(ceil(kql_part * len(kql_all)) AS BIGINT), 1)]))[1]";

    private static string Value(string sql, KqlType type) => type switch
    {
        KqlType.Int => $"CAST({sql} AS INTEGER)",
        KqlType.DateTime => $"make_timestamp({sql})",
        _ => sql,
    };
}
