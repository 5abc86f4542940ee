using FlowKernel.DuckDb.Functions.Native.Ranks;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Aggregates;

/// <summary>
/// The SQL of the values at fractions of a group. Types that are whole numbers or reals underneath have an aggregate of
/// our own, the others DuckDB's.
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
            _ => $"quantile_disc({value}, [{string.Join(", ", fractions)}])",
        };
    }

    private static string Value(string sql, KqlType type) => type switch
    {
        KqlType.Int => $"CAST({sql} AS INTEGER)",
        KqlType.DateTime => $"make_timestamp({sql})",
        _ => sql,
    };
}
