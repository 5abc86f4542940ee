using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>dcount_intersect</c> (https://learn.microsoft.com/kusto/query/dcount-intersect-plugin): the input's columns, and
/// for each sketch how many values it has seen that those before it have seen too.
/// </summary>
internal static class DistinctIntersectionPlugin
{
    public static Relation Lower(PluginCall call)
    {
        var sketches = call.Arguments.Select(call.Context.Scalar).ToList();
        var counts = call.Bound.Skip(call.Input.Columns.Count).Select((bound, i) => new Assignment(
            call.Column(bound),
            new Call(InnerFunctions.CommonValues, [.. sketches.Take(i + 1)], KqlType.Long, call.Span)));
        return new Project(
            call.Input, [.. call.Input.Columns.Select(c => Lowering.Columns.Keep(c, call.Span)), .. counts], call.Span);
    }
}
