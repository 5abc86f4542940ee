using FlowKernel.Algorithms.Patterns;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary><c>diffpatterns</c> (https://learn.microsoft.com/kusto/query/diffpatterns-plugin).</summary>
internal static class DiffPatternsPlugin
{
    private const double UsualThreshold = 0.05;
    private const double LeastThreshold = 0.015;
    private const int Own = 6;

    public static Relation Lower(PluginCall call)
    {
        var input = new PatternInput(call, Own);
        if (call.Scalar(0) is not ColumnRef split)
            return call.Refuse("what splits the rows is not a column", "Make it one with extend.");
        if (call.Scalar(1) is not { } first || call.Scalar(2) is not { } second || ReadsRow(first) || ReadsRow(second))
            return call.Refuse("the values of its sets are not constants", "Write them as texts.");
        input.SetApart(split.Column);
        var weight = input.Weight(3);
        var threshold = input.Number(4) ?? UsualThreshold;
        if (threshold is not (>= LeastThreshold and <= 1))
        {
            return call.Refuse(
                $"its threshold is not from {LeastThreshold} to 1", "Give a part of the rows, such as 0.05.");
        }

        if (input.Refusal() is var (why, hint))
            return call.Refuse(why, hint);
        var patterns = new DifferentPatterns(
            threshold, (int)(input.Number(5) ?? int.MaxValue), input.Wildcards(6), input.Shown,
            [Name(split, first), Name(split, second)], call.Span);
        var rows = input.Counted(call.Input, weight, [IsIn(call, split, first), IsIn(call, split, second)]);
        return new RowsStage([rows], patterns, input.Columns, call.Span);
    }

    /// <summary>True for a row of a set: <c>tostring(splitColumn) == SplitValue</c>.</summary>
    private static Call IsIn(PluginCall call, ColumnRef split, Scalar value)
    {
        var text = Conversion.To(KqlType.String, split);
        return new Call("==", [text, value], KqlType.Bool, call.Span);
    }

    private static string Name(ColumnRef split, Scalar value) =>
        value is Literal { Value: { } text } ? $"'{text}' as its '{split.Column.Name}'" : "one of the values";

    private static bool ReadsRow(Scalar scalar) => scalar switch
    {
        ColumnRef => true,
        Call call => call.Arguments.Any(ReadsRow),
        _ => false,
    };
}
