using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// Functions on arrays of numbers
/// (https://learn.microsoft.com/kusto/query/scalar-functions#series-processing-functions).
/// </summary>
internal static class Series
{
    private const string StatisticNames =
        "'$.min', '$.min_idx', '$.max', '$.max_idx', '$.avg', '$.stdev', '$.variance'";

    private const string LineNames =
        "'$.rsquare', '$.slope', '$.variance', '$.rvariance', '$.interception', '$.line_fit'";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        .. Each("abs", "acos", "asin", "atan", "ceiling", "cos", "exp", "floor", "log", "sign", "sin", "tan"),
        .. Pairs("add", "subtract", "multiply", "divide", "pow"),
        .. Pairs("equals", "not_equals", "less", "less_equals", "greater", "greater_equals"),
        .. Numbers("dot_product", 2),
        .. Numbers("pearson_correlation", 2),
        .. Numbers("cosine_similarity", 2),
        .. Numbers("magnitude", 1),
        .. Numbers("product", 1),
        .. Numbers("sum", 1),
        new("series_fill_const", $"kql_series_fill_const({{0:dynamic}}, {{1:dynamic}}, {Missing(2)})::JSON"),
        new("series_fill_forward", $"kql_series_fill_forward({{0:dynamic}}, {Missing(1)})::JSON"),
        new("series_fill_backward", $"kql_series_fill_backward({{0:dynamic}}, {Missing(1)})::JSON"),
        new("series_fill_linear",
            $"kql_series_fill_linear({{0:dynamic}}, {Missing(1)}, {{2:bool=true}}, "
            + "coalesce({3:dynamic='0.0'::JSON}, '0.0'::JSON))::JSON"),
        new("series_iir", "kql_series_iir({0:dynamic}, {1:dynamic}, {2:dynamic})::JSON"),
        new("series_fir", Fir),
        new("series_seasonal", c => c.Count == 2
            ? $"kql_series_seasonal({c.As(0, KqlType.Dynamic)}, {c.As(1, KqlType.Long)})::JSON"
            : c.Refuse("its period must be given")),
        new("series_stats_dynamic", "kql_series_stats({0:dynamic}, {1:bool=false})::JSON"),
        new("series_stats", Values("kql_series_stats({0:dynamic}, {1:bool=false})", StatisticNames)),
        new("series_fit_line", Values("kql_series_fit_line({0:dynamic})", LineNames)),
        new("series_fit_line_dynamic", "kql_series_fit_line({0:dynamic})::JSON"),
    ];

    /// <summary>A function with several values gives them as an array, which the lowering takes apart.</summary>
    private static string Values(string bag, string names) => $"to_json(json_extract({bag}::JSON, [{names}]))";

    private static string Missing(int index) => $"coalesce({{{index}:dynamic='null'::JSON}}, 'null'::JSON)";

    private static IEnumerable<FunctionRow> Each(params string[] names) =>
        names.Select(name => new FunctionRow($"series_{name}", $"kql_series_each({{0:dynamic}}, '{name}')::JSON"));

    private static IEnumerable<FunctionRow> Pairs(params string[] names) =>
        names.Select(name => new FunctionRow($"series_{name}",
            $"kql_series_pair({{0:dynamic}}, {{1:dynamic}}, '{name}')::JSON"));

    private static IEnumerable<FunctionRow> Numbers(string name, int count) =>
    [
        new($"series_{name}", count == 1
            ? $"kql_series_number({{0:dynamic}}, {{0:dynamic}}, '{name}')"
            : $"kql_series_number({{0:dynamic}}, {{1:dynamic}}, '{name}')")
        { Gives = KqlType.Real },
    ];

    /// <summary>Without the argument, a filter of nothing negative is normalized.</summary>
    private static Outcome<string> Fir(Invocation call)
    {
        var normalize = call.Count > 2 ? $"CASE WHEN {call.As(2, KqlType.Bool)} THEN 1 ELSE 0 END" : "-1";
        return $"kql_series_fir({call.As(0, KqlType.Dynamic)}, {call.As(1, KqlType.Dynamic)}, "
            + $"CAST({normalize} AS BIGINT), {(call.Count > 3 ? call.As(3, KqlType.Bool) : "false")})::JSON";
    }
}
