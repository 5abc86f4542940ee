using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>narrow</c> (https://learn.microsoft.com/kusto/query/narrow-plugin): a row for each cell, with the number of its
/// row from 0, the name of its column and its value as text.
/// </summary>
internal static class NarrowPlugin
{
    public static Relation Lower(PluginCall call)
    {
        var span = call.Span;
        var row = new PlanColumn(call.Bound[0].Name, KqlType.Long);
        var first = new WindowCall("row_number", [new Literal(0L, KqlType.Long, span)], KqlType.Long, span);
        var numbered = new Project(
            call.Input,
            [new Assignment(row, first), .. call.Input.Columns.Select(c => Lowering.Columns.Keep(c, span))], span);
        var names = call.Input.Columns.Select(c => (Scalar)new Literal(c.Name, KqlType.String, span));
        var values = call.Input.Columns.Select(c => Conversion.To(KqlType.String, new ColumnRef(c, span)));
        var column = new PlanColumn(call.Bound[1].Name, KqlType.String);
        var value = new PlanColumn(call.Bound[2].Name, KqlType.String);
        return new Expand(
            numbered, [new Expansion(column, Array(call, names)), new Expansion(value, Array(call, values))], null,
            false, null, [row, column, value], span);
    }

    private static Call Array(PluginCall call, IEnumerable<Scalar> items) =>
        new("pack_array", [.. items], KqlType.Dynamic, call.Span);
}
