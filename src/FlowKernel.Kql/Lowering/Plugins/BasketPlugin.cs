using FlowKernel.Algorithms.Patterns;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary><c>basket</c> (https://learn.microsoft.com/kusto/query/basket-plugin).</summary>
internal static class BasketPlugin
{
    private const double UsualThreshold = 0.05;
    private const double LeastThreshold = 0.015;
    private const int UsualDimensions = 5;
    private const int Own = 3;

    public static Relation Lower(PluginCall call)
    {
        var input = new PatternInput(call, Own);
        var threshold = input.Number(0) ?? UsualThreshold;
        if (threshold is not (>= LeastThreshold and <= 1))
        {
            return call.Refuse(
                $"its threshold is not from {LeastThreshold} to 1", "Give a part of the rows, such as 0.05.");
        }

        var weight = input.Weight(1);
        if (input.Refusal() is var (why, hint))
            return call.Refuse(why, hint);
        var patterns = new FrequentPatterns(
            threshold, (int)(input.Number(2) ?? UsualDimensions), input.Wildcards(3), input.Shown, call.Span);
        return new RowsStage([input.Counted(call.Input, weight, [null])], patterns, input.Columns, call.Span);
    }
}
