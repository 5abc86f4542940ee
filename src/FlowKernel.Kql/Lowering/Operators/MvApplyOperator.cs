using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary><c>mv-apply</c>: for each row, expands its dynamic values and runs a subquery over the elements.</summary>
internal static class MvApplyOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var row = new OuterRow([.. input.Columns.Select(c => new PlanColumn(c.Name, c.Type))], step.Span);
        var elements = Expand(context.Over(row), row, step);
        var subquery = step["Subquery"];
        var expression = subquery.Find("Expression") ?? subquery.Items.First();
        var body = (context with { Piped = elements, IsUnordered = false }).Over(elements).Table(expression);
        return Compose(context, input, row, body, step);
    }

    private static Expand Expand(LoweringContext context, OuterRow row, SyntaxNode step)
    {
        var expansions = Expansions.Of(context, step);
        var index = Expansions.Index(step);
        var filled = expansions.Select(e => e.Column).Append(index).OfType<PlanColumn>().ToList();
        var kept = row.Columns.Where(c => !filled.Exists(f => f.Name == c.Name));
        return new Expand(
            row, expansions, index, Expansions.BagsAsArrays(step), Expansions.RowLimit(context, step),
            [.. kept, .. filled], step.Span);
    }

    /// <summary>The binder's columns: those that the body gives, and those of the input for the rest.</summary>
    private static Relation Compose(
        LoweringContext context, Relation input, OuterRow row, Relation body, SyntaxNode step)
    {
        var columns = step.Type!.Columns!
            .Select(c => Find(body, c.Name) ?? Find(input, c.Name))
            .OfType<PlanColumn>()
            .Select(c => Outer(input, row, c))
            .ToList();
        if (columns.Count == step.Type.Columns!.Count)
            return new Apply(input, row, body, columns, step.Span);
        return context.Refuse(step, LoweringDiagnostics.Construct("this form of mv-apply", step.Span));
    }

    /// <summary>A column that the body only hands on is the input's own.</summary>
    private static PlanColumn Outer(Relation input, OuterRow row, PlanColumn column)
    {
        for (var i = 0; i < row.Columns.Count; i++)
        {
            if (ReferenceEquals(row.Columns[i], column))
                return input.Columns[i];
        }

        return column;
    }

    private static PlanColumn? Find(Relation relation, string name) =>
        relation.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));
}
