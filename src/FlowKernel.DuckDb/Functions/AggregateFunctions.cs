using System.Collections.Frozen;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Functions.Aggregates;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The aggregate functions of KQL that run exactly on DuckDB.</summary>
internal static class AggregateFunctions
{
    private static readonly FrozenDictionary<string, FunctionRow> ByName =
        Families.SelectMany(family => family.Rows).Concat(RuleFunctions.Aggregates)
            .ToFrozenDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>The families, in the order of the support page.</summary>
    public static IEnumerable<(string Family, FunctionRow[] Rows)> Families =>
    [
        ("Aggregates: totals", Totals.Rows),
        ("Aggregates: spreads", Spreads.Rows),
        ("Aggregates: collections", Collections.Rows),
        ("Aggregates: sketches and schemas", Sketches.Rows),
        ("Aggregates: rows of extremes", Extremes.Rows),
    ];

    /// <summary>
    /// The SQL of an aggregate, of the DuckDB type of <see cref="Scalar.Type"/>; or a diagnostic when the function or
    /// this form of it cannot run exactly.
    /// </summary>
    public static Outcome<string> Emit(
        AggregateCall call, IReadOnlyList<SqlArgument> arguments, FunctionContext context) =>
        ByName.TryGetValue(call.Function, out var row)
            ? row.Run(new Invocation(call.Function, call.Type, call.Span, arguments, context))
            : new Diagnostic(
                "FK0131",
                $"The aggregate '{call.Function}' is not supported on local data.",
                call.Span,
                "Run the query on a workspace or cluster instead.");
}
