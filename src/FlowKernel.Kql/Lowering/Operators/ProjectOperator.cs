using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>project</c>: the expressions' values, in order.</summary>
internal static class ProjectOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        if (TupleValues.Assign(context, step.List("Expressions"), step.Type!.Columns!) is { } assignments)
            return new Project(input, assignments, step.Span);
        return context.Refuse(step, LoweringDiagnostics.Construct("this form of project", step.Span));
    }
}
