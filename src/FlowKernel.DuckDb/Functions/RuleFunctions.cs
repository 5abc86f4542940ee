using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Functions that only plug-ins and the optimiser's rules write into plans; KQL has no names for them.</summary>
internal static class RuleFunctions
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new(SplitItems.Function, "split_part({0:string}, {1:string}, {2:long} + 1)"),
        new(InnerFunctions.CommonValues, c => $"kql_common_values(kql_array({c.All(KqlType.Dynamic)}))"),
    ];
}
