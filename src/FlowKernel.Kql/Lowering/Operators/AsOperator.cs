using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>as</c>: names what flows by; what is named nowhere else stays as it is.</summary>
internal static class AsOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var name = step["Name"].Text!;
        if (!context.Run.IsReferenced(name))
        {
            context.Run.Title(input, name);
            return input;
        }

        var shared = new SharedRelation(name, input);
        context.Run.Name(shared);
        return context.Run.Title(SharedScans.Of(shared, step.Span), name);
    }
}
