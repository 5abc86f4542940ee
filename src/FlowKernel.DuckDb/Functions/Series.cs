using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Functions.Native;
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

    private const string LinesNames = "'$.rsquare', '$.split_idx', '$.variance', '$.rvariance', '$.line_fit', "
        + "'$.right.rsquare', '$.right.slope', '$.right.interception', '$.right.variance', '$.right.rvariance', "
        + "'$.left.rsquare', '$.left.slope', '$.left.interception', '$.left.variance', '$.left.rvariance'";

    private const string Significance =
        "Which weak periods count as noise is not documented, and may differ from Kusto.";

    private const string Quantiles = "Quantiles between two points are interpolated; Kusto's scores may differ a little.";

    private const string Split = "The right line starts at split_idx, and counts from there.";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        .. Each("abs", "acos", "asin", "atan", "ceiling", "cos", "exp", "floor", "log", "sign", "sin", "tan"),
        .. Pairs("add", "subtract", "multiply", "divide", "pow"),
        .. Pairs("equals", "not_equals", "less", "less_equals", "greater", "greater_equals"),
        .. Products("dot_product", "cosine_similarity"),
        .. Numbers("pearson_correlation", 2),
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
        new("series_seasonal", "kql_series_seasonal({0:dynamic}, {1:long=-1})::JSON") { Note = Significance },
        new("series_periods_detect",
            "kql_series_periods_detect(kql_long_work({0:dynamic}), {1:real}, {2:real}, {3:long})::JSON")
        { Note = Significance },
        new("series_periods_validate", c => $"kql_series_periods_validate({Long(c)}, "
            + $"CAST(to_json([{c.All(KqlType.Real, 1)}]) AS VARCHAR))::JSON") { Note = Significance },
        new("series_decompose", c =>
            $"kql_series_decompose({Long(c)}, {Options(c, 1, 2, 3, 4)})::JSON")
        { Note = Significance },
        new("series_decompose_forecast", c => c.Count > 3
            ? $"kql_series_decompose_forecast({Long(c)}, {Options(c, 2, 3, 1, 4)})::JSON"
            : c.Refuse("its documentation gives two trends as the usual one; name 'avg', 'linefit' or 'none'"))
        { Note = Significance },
        new("series_decompose_anomalies", c =>
            $"kql_series_decompose_anomalies({Long(c)}, {Options(c, 2, 3, 4, 6)}, "
            + $"{(c.Count > 1 ? c.As(1, KqlType.Real) : "1.5")}, {(c.Count > 5 ? c.As(5, KqlType.String) : "''")})::JSON")
        { Note = $"{Significance} {Quantiles}" },
        new("series_outliers", c => $"kql_series_outliers({c.As(0, KqlType.Dynamic)}, "
            + $"{(c.Count > 1 ? c.As(1, KqlType.String) : "'ctukey'")}, "
            + $"CAST(to_json([{Real(c, 2, "NULL")}, {Real(c, 3, "10")}, {Real(c, 4, "90")}]) AS VARCHAR))::JSON")
        { Note = Quantiles },
        new("series_fft", "kql_series_fft({0:dynamic}, coalesce(CAST({1:dynamic=NULL} AS VARCHAR), ''), false)::JSON"),
        new("series_ifft", "kql_series_fft({0:dynamic}, coalesce(CAST({1:dynamic=NULL} AS VARCHAR), ''), true)::JSON"),
        new("series_fit_poly",
            "kql_series_fit_poly({0:dynamic}, coalesce(CAST({1:dynamic=NULL} AS VARCHAR), ''), {2:long=1})::JSON"),
        new("series_fit_2lines", Values("kql_series_fit_2lines(kql_long_work({0:dynamic}))", LinesNames))
        { Note = Split },
        new("series_fit_2lines_dynamic", "kql_series_fit_2lines(kql_long_work({0:dynamic}))::JSON") { Note = Split },
        new("series_stats_dynamic", "kql_series_stats({0:dynamic}, {1:bool=false})::JSON"),
        new("series_stats", Values("kql_series_stats({0:dynamic}, {1:bool=false})", StatisticNames)),
        new("series_fit_line", Values("kql_series_fit_line({0:dynamic})", LineNames)),
        new("series_fit_line_dynamic", "kql_series_fit_line({0:dynamic})::JSON"),
    ];

    /// <summary>A function with several values gives them as an array, which the lowering takes apart.</summary>
    private static string Long(Invocation call) => $"{LongWork.Guard}({call.As(0, KqlType.Dynamic)})";

    private static string Values(string bag, string names) => $"to_json(json_extract({bag}::JSON, [{names}]))";

    /// <summary>Period, trend, test points and threshold, as an array.</summary>
    private static string Options(Invocation call, int period, int trend, int tests, int threshold) =>
        $"CAST(json_array({Number(call, period, "-1")}, {Text(call, trend, "'avg'")}, {Number(call, tests, "0")}, "
        + $"{Real(call, threshold, "0.6")}) AS VARCHAR)";

    private static string Number(Invocation call, int index, string absent) =>
        index < call.Count ? call.As(index, KqlType.Long) : absent;

    private static string Real(Invocation call, int index, string absent) =>
        index < call.Count ? call.As(index, KqlType.Real) : absent;

    private static string Text(Invocation call, int index, string absent) =>
        index < call.Count ? call.As(index, KqlType.String) : absent;

    private static string Missing(int index) => $"coalesce({{{index}:dynamic='null'::JSON}}, 'null'::JSON)";

    private static IEnumerable<FunctionRow> Each(params string[] names) =>
        names.Select(name => new FunctionRow($"series_{name}", $"kql_series_each({{0:dynamic}}, '{name}')::JSON"));

    private static IEnumerable<FunctionRow> Pairs(params string[] names) =>
        names.Select(name => new FunctionRow($"series_{name}",
            $"kql_series_pair({{0:dynamic}}, {{1:dynamic}}, '{name}')::JSON"));

    private static IEnumerable<FunctionRow> Products(params string[] names) =>
        names.Select(name => new FunctionRow($"series_{name}",
            $"kql_series_product({{0:dynamic}}, {{1:dynamic}}, '{name}')")
        { Gives = KqlType.Real });

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
