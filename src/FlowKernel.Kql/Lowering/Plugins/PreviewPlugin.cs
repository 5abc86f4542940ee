using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>preview</c> (https://learn.microsoft.com/kusto/query/preview-plugin): two results, some rows and the number of all. It
/// must come last.
/// </summary>
internal static class PreviewPlugin
{
    public const string Name = "preview";

    /// <summary>True for <c>evaluate preview(…)</c>.</summary>
    public static bool IsCalledBy(SyntaxNode? step) =>
        step is { Kind: "EvaluateOperator" } && step["FunctionCall"]["Name"].Text == Name;

    /// <summary>The two results.</summary>
    public static IEnumerable<Relation> Lower(LoweringContext context, SyntaxNode input, SyntaxNode step)
    {
        var shared = new SharedRelation("previewed", context.Table(input));
        var (rows, all) = (SharedScans.Of(shared, step.Span), SharedScans.Of(shared, step.Span));
        var call = new PluginCall(context.Over(rows), rows, step);
        var count = new PlanColumn("Count", KqlType.Long);
        return
        [
            new Take(rows, call.Scalar(0)!, step.Span),
            new Aggregate(
                all, [], [new Assignment(count, new AggregateCall("count", [], KqlType.Long, step.Span))], step.Span),
        ];
    }
}
