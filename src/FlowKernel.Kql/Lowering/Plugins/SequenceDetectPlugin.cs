using FlowKernel.Algorithms.Activity;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>sequence_detect</c> (https://learn.microsoft.com/kusto/query/sequence-detect-plugin): the conditions of the steps come
/// after the constants, with or without a name, the dimensions after them.
/// </summary>
internal static class SequenceDetectPlugin
{
    private const int Conditions = 3;

    public static Relation Lower(PluginCall call)
    {
        var given = call.Step["FunctionCall"]["ArgumentList"].List("Expressions").Select(call.Context.Scalar).ToList();
        var steps = given.Skip(Conditions).TakeWhile(s => s.Type == KqlType.Bool).Count();
        if (steps == 0)
            return call.Refuse("it has no step", "Write a condition for each step after the two windows.");
        if (given[0].Type is not (KqlType.DateTime or KqlType.TimeSpan))
            return call.Refuse("its timeline is a number, and its duration a timespan", "Make it a datetime or a timespan.");
        var columns = call.Bound.Select(call.Column).ToList();
        if (columns.Count != given.Count - Conditions + 1)
            return call.Refuse("its columns are not those that were expected");
        var span = call.Span;
        var input = new Project(
            call.Input,
            [
                .. given.Skip(Conditions).Prepend(given[0])
                    .Select((value, i) => new Assignment(new PlanColumn($"value_{i}", value.Type), value)),
            ],
            span);
        var shown = columns.Select(c => new KqlColumn(c.Name, c.Type)).ToList();
        return ConstantArguments.Stage(
            call, [given[1], given[2]], "its windows", [input], columns,
            values => Timeline.Count(values[0]) is >= 0 and { } step && Timeline.Count(values[1]) is >= 0 and { } whole
                ? new SequenceDetection(given[0].Type, steps, step, whole, shown, span)
                : null);
    }
}
