using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>extend</c> and <c>serialize</c>: the input's columns, some filled anew, and new ones. Which expression fills
/// which column is what the binder says.
/// </summary>
internal static class ExtendOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var values = ValuesBySpan(step);
        if (values.Count == 0)
            return input;
        var sources = step.Sources.ToDictionary(s => s.Column, s => s.Span);
        var assignments = step.Type!.Columns!.Select((column, i) =>
            sources.TryGetValue(i, out var span) && values.TryGetValue(span, out var value)
                ? new Assignment(context.Run.Column(column, span), context.Scalar(value))
                : Kept(context, column, step));
        return new Project(input, [.. assignments], step.Span);
    }

    private static Assignment Kept(LoweringContext context, BoundColumn column, SyntaxNode step)
    {
        if (context.Column(column.Name) is { } kept)
            return Columns.Keep(kept, step.Span);
        context.Run.Report(LoweringDiagnostics.Construct($"the expression behind the column '{column.Name}'", step.Span));
        return Columns.Missing(context.Run.Column(column, step.Span), step.Span);
    }

    private static Dictionary<TextSpan, SyntaxNode> ValuesBySpan(SyntaxNode step)
    {
        var values = new Dictionary<TextSpan, SyntaxNode>();
        foreach (var expression in step.List("Expressions"))
        {
            var value = expression.Kind == "SimpleNamedExpression" ? expression["Expression"] : expression;
            values[value.Span] = value;
        }

        return values;
    }
}
