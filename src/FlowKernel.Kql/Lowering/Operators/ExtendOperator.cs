using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>extend</c> and <c>serialize</c>: the input's columns, some filled anew, and new ones. Which expression fills
/// which column is what the binder says, except that one name for several values (<c>x = series_stats(y)</c>) takes
/// only the first, as in the engine.
/// </summary>
internal static class ExtendOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var expressions = step.List("Expressions").ToList();
        if (expressions.Count == 0)
            return input;
        var sources = step.Sources.ToDictionary(s => s.Column, s => s.Span);
        var filled = new Dictionary<SyntaxNode, int>();
        var assignments = new List<Assignment>();
        for (var i = 0; i < step.Type!.Columns!.Count; i++)
        {
            var column = step.Type.Columns[i];
            if (!sources.TryGetValue(i, out var span) || expressions.Find(e => Covers(e.Span, span)) is not { } source)
            {
                assignments.AddRange(Kept(context, column, step));
                continue;
            }

            var index = filled[source] = filled.GetValueOrDefault(source, -1) + 1;
            if (index == 0 || source.Kind != "SimpleNamedExpression")
                assignments.Add(TupleValues.One(context, source, index, column));
            else
                context.Run.Drop(column.Name);
        }

        return new Project(input, assignments, step.Span);
    }

    private static bool Covers(TextSpan outer, TextSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private static IReadOnlyList<Assignment> Kept(LoweringContext context, BoundColumn column, SyntaxNode step)
    {
        if (context.Column(column.Name) is { } kept)
            return [Columns.Keep(kept, step.Span)];
        if (context.Run.IsDropped(column.Name))
            return [];
        var what = $"the expression behind the column '{column.Name}'";
        context.Run.Report(LoweringDiagnostics.Construct(what, step.Span));
        return [Columns.Missing(context.Run.Column(column, step.Span), step.Span)];
    }
}
