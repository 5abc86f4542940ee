using FlowKernel.DuckDb.Functions;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Windows;

/// <summary>KQL's window functions, and their steps, as DuckDB window expressions over the row number.</summary>
internal static class WindowFunctions
{
    private static readonly Dictionary<string, Func<WindowCall, IReadOnlyList<SqlArgument>, string, string?>> Table =
        new(StringComparer.Ordinal)
        {
            ["prev"] = (call, a, row) => Neighbour("lag", call, a, row),
            ["next"] = (call, a, row) => Neighbour("lead", call, a, row),
            ["row_number"] = (_, a, row) => $"({(a.Count > 0 ? a[0].Sql : "1")} + row_number() {Over(a, 1, row)} - 1)",
            ["row_cumsum"] = CumulativeSum,
            ["row_rank_dense"] = (_, a, row) => $"CAST(sum(CAST({a[0].Sql} AS INTEGER)) {Over(a, 1, row)} AS BIGINT)",
            ["row_rank_min"] = (_, a, row) => RankMin(a, row),
            [WindowSteps.Group] = (_, a, row) =>
                $"CAST(sum(CASE WHEN {a[0].Sql} THEN 1 ELSE 0 END) OVER (ORDER BY {row}) AS BIGINT)",
            [WindowSteps.Changed] = (_, a, row) => Changed(a[0].Sql, Over(a, 1, row)),
        };

    /// <summary>The function's SQL, or null for one that is not known.</summary>
    public static string? Emit(WindowCall call, IReadOnlyList<SqlArgument> arguments, string row) =>
        Table.TryGetValue(call.Function, out var emit) ? emit(call, arguments, row) : null;

    private static string CumulativeSum(WindowCall call, IReadOnlyList<SqlArgument> arguments, string row)
    {
        var sum = $"sum(COALESCE({arguments[0].Sql}, 0)) {Over(arguments, 1, row)}";
        var isWhole = arguments[0].Type is KqlType.Int or KqlType.Long or KqlType.TimeSpan;
        return $"CAST({(isWhole ? $"kql_wrap({sum})" : sum)} AS {SqlTypes.Of(call.Type)})";
    }

    private static string Changed(string term, string over) =>
        $"(row_number() {over} = 1 OR {term} IS DISTINCT FROM lag({term}) {over})";

    private static string RankMin(IReadOnlyList<SqlArgument> arguments, string row)
    {
        var partition = arguments.Count > 1 ? $"PARTITION BY {arguments[1].Sql} " : "";
        var first = $"min({row}) OVER ({(partition.Length > 0 ? partition.TrimEnd() : "")})";
        var start = $"max(CASE WHEN {arguments[0].Sql} THEN {row} END) OVER ({partition}ORDER BY {row})";
        return $"({start} - {first} + 1)";
    }

    private static string Over(IReadOnlyList<SqlArgument> arguments, int group, string row) => arguments.Count > group
        ? $"OVER (PARTITION BY {arguments[group].Sql} ORDER BY {row})"
        : $"OVER (ORDER BY {row})";

    private static string? Neighbour(
        string function, WindowCall call, IReadOnlyList<SqlArgument> arguments, string row)
    {
        if (arguments.Count > 1 && arguments[1].Scalar is Literal { Value: <= 0L or <= 0 or null })
            return null;
        var offset = arguments.Count > 1 ? $"CAST({arguments[1].Sql} AS BIGINT)" : "1";
        var missing = arguments.Count > 2
            ? Conversion.Convert(arguments[2], call.Type)
            : SqlLiteral.Of(null, call.Type);
        return $"{function}({arguments[0].Sql}, {offset}, {missing}) OVER (ORDER BY {row})";
    }
}
