using FlowKernel.Algorithms;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary><c>schema_merge</c> (https://learn.microsoft.com/kusto/query/schema-merge-plugin).</summary>
internal static class SchemaMergePlugin
{
    private static readonly (string Name, KqlType Type)[] Schema =
    [
        ("ColumnName", KqlType.String), ("ColumnOrdinal", KqlType.Long), ("DataType", KqlType.String),
        ("ColumnType", KqlType.String),
    ];

    public static Relation Lower(PluginCall call)
    {
        var assignments = new List<Assignment>();
        foreach (var (name, type) in Schema)
        {
            if (call.Context.Column(name) is not { } column)
                return call.Refuse("its input is no schema", "Give it the result of getschema.");
            assignments.Add(new Assignment(
                new PlanColumn(name, type), Conversion.To(type, new ColumnRef(column, call.Span))));
        }

        var preserve = call.Constant(0, "PreserveOrder") is not false;
        var columns = Schema.Select(s => new PlanColumn(s.Name, s.Type)).ToList();
        return new RowsStage(
            [new Project(call.Input, assignments, call.Span)], new SchemaMerge(preserve), columns, call.Span);
    }
}
