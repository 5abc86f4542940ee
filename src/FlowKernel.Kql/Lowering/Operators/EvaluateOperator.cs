using FlowKernel.Kql.Lowering.Plugins;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>evaluate</c>: finds the plug-in that is called.</summary>
internal static class EvaluateOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var call = new PluginCall(context, input, step);
        if (call.Name == PreviewPlugin.Name)
            return context.Refuse(step, LoweringDiagnostics.NotLast(call.Name, step.Span));
        return PluginTable.Find(call.Name) is { } lower
            ? lower(call)
            : context.Refuse(step, LoweringDiagnostics.Plugin(call.Name, step["FunctionCall"]["Name"].Span));
    }
}
