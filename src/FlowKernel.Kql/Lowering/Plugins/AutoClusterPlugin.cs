using FlowKernel.Algorithms.Patterns;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary><c>autocluster</c> (https://learn.microsoft.com/kusto/query/autocluster-plugin).</summary>
internal static class AutoClusterPlugin
{
    private const double UsualSizeWeight = 0.5;
    private const int UsualSeeds = 25;
    private const int Own = 3;

    public static Relation Lower(PluginCall call)
    {
        var input = new PatternInput(call, Own);
        var sizeWeight = input.Number(0) ?? UsualSizeWeight;
        if (sizeWeight is not (> 0 and < 1))
            return call.Refuse("its size weight is not between 0 and 1", "Give a number such as 0.5.");
        var weight = input.Weight(1);
        var seeds = input.Number(2) ?? UsualSeeds;
        if (seeds is not (>= 1 and <= int.MaxValue))
            return call.Refuse("its number of seeds is less than 1", "Give a number such as 25.");
        if (input.Refusal() is var (why, hint))
            return call.Refuse(why, hint);
        var patterns = new ClusterPatterns(sizeWeight, (int)seeds, input.Wildcards(3), input.Shown, call.Span);
        return new RowsStage([input.Counted(call.Input, weight, [null])], patterns, input.Columns, call.Span);
    }
}
