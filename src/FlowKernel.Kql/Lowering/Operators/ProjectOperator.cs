using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>project</c>: one result column per expression, in order.</summary>
internal static class ProjectOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var expressions = step.List("Expressions").ToList();
        var columns = step.Type!.Columns!;
        if (expressions.Count == columns.Count)
            return new Project(input, [.. expressions.Zip(columns, (e, c) => Assign(context, e, c))], step.Span);
        context.Run.Report(LoweringDiagnostics.Construct("an expression with several values in project", step.Span));
        return TableLowering.StandIn(context, step);
    }

    /// <summary>The assignment of one expression to one bound column; a plain column keeps its identity.</summary>
    public static Assignment Assign(LoweringContext context, SyntaxNode expression, BoundColumn column)
    {
        var value = expression.Kind == "SimpleNamedExpression" ? expression["Expression"] : expression;
        return context.Scalar(value) is ColumnRef { Column: var kept } reference && kept.Name == column.Name
            ? new Assignment(kept, reference)
            : new Assignment(context.Run.Column(column, expression.Span), context.Scalar(value));
    }
}
