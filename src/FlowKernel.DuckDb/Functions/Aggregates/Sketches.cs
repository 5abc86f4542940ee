using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Aggregates;

/// <summary>
/// Sketches of distinct values and of percentiles, and schemas: what stands for a group's values and can be merged.
/// </summary>
internal static class Sketches
{
    private const string Own = "The sketch has a form of its own; count and merge it here only.";

    /// <summary>The bits that choose a register, by the accuracy that a call asks for.</summary>
    private static readonly int[] Bits = [12, 14, 16, 17, 18];

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("hll", c => Hll(c, 1, "")) { Page = "hll-aggregation-function", Note = Own },
        new("hll_if", c => Hll(c, 2, $" AND {c.As(1, KqlType.Bool)}"))
        { Page = "hll-if-aggregation-function", Note = Own },
        new("hll_merge", c => Merge("kql_hll_merge", c)) { Page = "hll-merge-aggregation-function", Note = Own },
        new("tdigest", TDigest) { Page = "tdigest-aggregation-function", Note = Own },
        new("tdigest_merge", c => Merge("kql_tdigest_merge", c))
        { Page = "tdigest-merge-aggregation-function", Note = Own },
        new("merge_tdigest", c => Merge("kql_tdigest_merge", c))
        { Page = "tdigest-merge-aggregation-function", Note = Own },
        new("buildschema", c => $"kql_build_schema({List(c, c.As(0, KqlType.Dynamic))})::JSON")
        {
            Page = "buildschema-aggregation-function",
            Note = "The order of alternative types is not fixed.",
        },
    ];

    private static Outcome<string> Hll(Invocation call, int accuracy, string where)
    {
        if (BitsOf(call, accuracy) is not { } bits)
            return call.NeedsConstant(accuracy, "accuracy, from 0 to 4");
        var value = call.TypeOf(0) == KqlType.Int ? call.As(0, KqlType.Long) : call.Sql(0);
        var hash = $"CAST(hash({value})::HUGEINT - 9223372036854775808 AS BIGINT)";
        var list = $"coalesce(to_json(list(DISTINCT {hash}) FILTER (WHERE {value} IS NOT NULL{where})), '[]')";
        return $"kql_hll(CAST({list} AS VARCHAR), {SqlText.Number(bits)}::BIGINT)::JSON";
    }

    private static int? BitsOf(Invocation call, int accuracy)
    {
        if (call.Count <= accuracy)
            return Bits[1];
        return call.TryConstant<long>(accuracy, out var level) && level is >= 0 and <= 4 ? Bits[level]
            : call.TryConstant<int>(accuracy, out var small) && small is >= 0 and <= 4 ? Bits[small]
            : null;
    }

    private static Outcome<string> TDigest(Invocation call)
    {
        var weight = call.Count > 1 ? call.As(1, KqlType.Dynamic) : "'1'::JSON";
        return $"kql_tdigest({List(call, $"[{call.As(0, KqlType.Dynamic)}, {weight}]")})::JSON";
    }

    private static Outcome<string> Merge(string function, Invocation call) =>
        $"{function}({List(call, call.As(0, KqlType.Dynamic))})::JSON";

    private static string List(Invocation call, string value) =>
        $"CAST(coalesce(to_json(list({value}{call.Context.RowOrder})), '[]') AS VARCHAR)";
}
