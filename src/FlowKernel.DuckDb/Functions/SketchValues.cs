using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>What sketches of distinct values and of percentiles come to.</summary>
internal static class SketchValues
{
    private const string Few = "Exact up to 8192 distinct values, where Kusto estimates.";
    private const string Ranked = "Exact up to 2048 values, where Kusto estimates.";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("dcount_hll", "coalesce(kql_dcount_hll({0:dynamic}), 0)") { Gives = KqlType.Long, Note = Few },
        new("hll_merge", c => $"kql_hll_merge(kql_array({c.All(KqlType.Dynamic)}))::JSON") { Note = Few },
        FunctionRow.Refused("hll_isvalid", "it is not documented"),
        new("tdigest_merge", Merge) { Note = Ranked },
        new("merge_tdigest", Merge) { Page = "tdigest-merge-function", Note = Ranked },
        FunctionRow.Refused("tdigest_isvalid", "it is not documented"),
        new("percentile_tdigest", c => Conversion.Cast(
            $"json_extract({Percentiles(c, $"[{c.As(1, KqlType.Dynamic)}]")}, '$[0]')", KqlType.Dynamic, c.Type))
        { Note = Ranked },
        new("percentiles_array_tdigest", c => Percentiles(c, c.TypeOf(1) == KqlType.Dynamic
            ? c.Sql(1)
            : $"[{c.All(KqlType.Dynamic, 1)}]"))
        { Page = "percentiles-array-tdigest-function", Note = Ranked },
        new("rank_tdigest", "kql_tdigest_rank({0:dynamic}, {1:dynamic})") { Gives = KqlType.Real, Note = Ranked },
        new("percentrank_tdigest",
            "kql_tdigest_rank({0:dynamic}, {1:dynamic}) / kql_tdigest_weight({0:dynamic}) * 100")
        { Gives = KqlType.Real, Note = Ranked },
    ];

    private static Outcome<string> Merge(Invocation call) =>
        $"kql_tdigest_merge(kql_array({call.All(KqlType.Dynamic)}))::JSON";

    private static string Percentiles(Invocation call, string percentages) =>
        $"kql_tdigest_percentiles({call.As(0, KqlType.Dynamic)}, CAST(to_json({percentages}) AS VARCHAR))::JSON";
}
