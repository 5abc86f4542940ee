using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>invoke f(…)</c>: calls a function that the query declares with the input as first argument.</summary>
internal static class InvokeOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var call = step["Function"];
        if (call.Find("Body") is not null && context.Names.Find(call["Name"].Text!) is FunctionBinding function)
            return FunctionCalls.Invoke(context, function, call, input);
        return context.Refuse(step, LoweringDiagnostics.Operator("invoke", step.Span));
    }
}
