using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.Functions.Aggregates;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Functions that only plug-ins and the optimiser's rules write into plans; KQL has no names for them.</summary>
internal static class RuleFunctions
{
    /// <summary>The scalar functions.</summary>
    public static readonly FunctionRow[] Rows =
    [
        // DuckDB takes a text apart once for all items that an operator reads of it; split_part would do it for each.
        new(SplitItems.Function, "coalesce(string_split({0:string}, {1:string})[{2:long} + 1], '')"),
        new(InnerFunctions.CommonValues, c => $"kql_common_values(kql_array({c.All(KqlType.Dynamic)}))"),
    ];

    /// <summary>The aggregate functions.</summary>
    public static readonly FunctionRow[] Aggregates =
    [
        new(PercentilesTogether.Function, Spreads.PercentileOf),
    ];
}
