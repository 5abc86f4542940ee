using FlowKernel.DuckDb.Emit.Rules;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Functions that only the optimiser's rules write into plans; KQL has no names for them.</summary>
internal static class RuleFunctions
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new(SplitItems.Function, "split_part({0:string}, {1:string}, {2:long} + 1)"),
    ];
}
