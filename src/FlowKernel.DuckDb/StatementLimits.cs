using System.Globalization;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb;

/// <summary>Says of each statement how much of its rows is read.</summary>
internal static class StatementLimits
{
    /// <summary>The same query; what it says itself of its results counts before the limits given.</summary>
    public static EmittedQuery Apply(EmittedQuery query, IReadOnlyList<PlanResult> results, ResultLimits limits) =>
        query with
        {
            Statements =
            [
                .. query.Statements.Zip(results, (statement, result) => statement with { Limits = Of(result, limits) }),
            ],
        };

    private static ResultLimits? Of(PlanResult result, ResultLimits limits) => result switch
    {
        { IsWhole: true } => null,
        { MostRows.Value: { } most } => limits with { Rows = Convert.ToInt64(most, CultureInfo.InvariantCulture) },
        _ => limits,
    };
}
