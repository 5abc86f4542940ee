using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Algorithms;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary><c>rows_near</c> (https://learn.microsoft.com/kusto/query/rows-near-plugin).</summary>
internal static class RowsNearPlugin
{
    public static Relation Lower(PluginCall call)
    {
        var before = Convert.ToInt64(call.Constant(1, "NumRows"), null);
        var after = call.Constant(2, "RowsAfter") is { } given ? Convert.ToInt64(given, null) : before;
        var isNear = new PlanColumn("condition", KqlType.Bool);
        var marked = new Project(
            call.Input,
            [
                .. call.Input.Columns.Select(c => Lowering.Columns.Keep(c, call.Span)),
                new Assignment(isNear, call.Scalar(0)!),
            ],
            call.Span);
        var columns = call.Input.Columns.Select(c => new PlanColumn(c.Name, c.Type)).ToList();
        return new RowsStage([marked], new RowsNear(before, after), columns, call.Span);
    }
}
