using FlowKernel.DuckDb.Functions;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// <c>make-series</c> in three steps: each row gets the number of its bin, rows are aggregated by keys and bin, and
/// the bins of a key become arrays, in which bins without rows hold the default.
/// </summary>
internal static class MakeSeriesEmit
{
    public static SelectBlock Emit(MakeSeries series, EmitContext context)
    {
        var axis = new SeriesAxis(series, context);
        var input = context.Open(context.Emit(series.Input), RelationColumns(series));
        var numbered = axis.Number(input);
        var keys = series.Keys
            .Select(k => ProjectEmit.Item(k.Column, k.Value, numbered, context) with { Ip4 = null }).ToList();
        var bin = new SelectItem(null, context.Names.Fresh("bin"), axis.Bin);
        var values = series.Series.Select(s => Value(s, numbered, context)).ToList();
        var limits = axis.Limits;
        var grouped = numbered.WithItems([.. keys, bin, .. limits, .. values]) with
        {
            Where = [.. numbered.Where, $"{axis.Value} IS NOT NULL"],
            Grouping = GroupBy(keys.Count + 1 + limits.Count),
            IsClosed = true,
            Order = [],
        };
        return Arrays(series, context.Wrap(grouped), keys, bin, values, axis, context);
    }

    private static SelectBlock Arrays(
        MakeSeries series, SelectBlock bins, List<SelectItem> keys, SelectItem bin, List<SelectItem> values,
        SeriesAxis axis, EmitContext context)
    {
        var keyItems = bins.Items.Where(i => keys.Exists(k => k.Name == i.Name)).ToList();
        var maps = values.Select(v => v with { Sql = $"map(list({bin.QuotedName}), list({v.QuotedName}))" });
        var maximum = axis.Limits.Select(l => l with { Sql = $"any_value({l.QuotedName})" });
        var grouped = bins.WithItems([.. keyItems, .. maximum, .. maps]) with
        {
            Where = [axis.Inside(bin.QuotedName)],
            Grouping = keys.Count > 0 ? GroupBy(keys.Count) : series.IsNeverEmpty ? "HAVING true" : "HAVING count(*) > 0",
            IsClosed = true,
        };
        var arrays = series.Series.Zip(values, (s, value) => new SelectItem(
            s.Column, context.Names.Of(s.Column), axis.Array(Element(s, value.QuotedName, context))));
        var starts = new SelectItem(series.Axis.Column, context.Names.Of(series.Axis.Column), axis.Starts());
        var result = context.Wrap(grouped);
        return result.WithItems([.. result.Items.Take(keys.Count), .. arrays, starts]);
    }

    private static SelectItem Value(SeriesAssignment assignment, SelectBlock input, EmitContext context)
    {
        var (sql, type) = (context.Emit(assignment.Value, input), assignment.Value.Type);
        return new SelectItem(
            null, context.Names.Fresh("value"),
            IsCount(assignment) ? sql : Conversion.Cast(sql, type, KqlType.Dynamic));
    }

    /// <summary>The element of bin <c>kql_i</c>, by a map of bins to values; a bin without rows holds the default.</summary>
    private static string Element(SeriesAssignment assignment, string values, EmitContext context)
    {
        if (IsCount(assignment))
            return $"coalesce({values}[kql_i], {(assignment.Default is Literal given ? SqlLiteral.Of(given) : "0")})";
        return $"CASE WHEN map_contains({values}, kql_i) THEN {values}[kql_i] ELSE {Default(assignment, context)} END";
    }

    /// <summary>Values that are whole numbers and never null become JSON together, with the array.</summary>
    private static bool IsCount(SeriesAssignment assignment) =>
        assignment.Value is AggregateCall { Function: "count" or "countif" or "sum" or "dcount", Type: KqlType.Long }
        && assignment.Default is null or Literal { Type: KqlType.Long, Value: not null };

    /// <summary>A bin without rows holds 0 unless the query says otherwise.</summary>
    private static string Default(SeriesAssignment assignment, EmitContext context) => assignment.Default is { } given
        ? Conversion.Cast(context.Emit(given, new SelectBlock(null, [])), given.Type, KqlType.Dynamic)
        : assignment.Value.Type == KqlType.Real ? "'0.0'::JSON" : "'0'::JSON";

    private static IEnumerable<PlanColumn> RelationColumns(MakeSeries series) =>
        RelationTree.Scalars(series).SelectMany(ScalarTree.Columns);

    private static string GroupBy(int count) =>
        $"GROUP BY {string.Join(", ", Enumerable.Range(1, count).Select(i => SqlText.Number(i)))}";
}
