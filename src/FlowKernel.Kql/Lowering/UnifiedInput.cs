using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>An input of <c>search</c> or <c>find</c> with the columns that others have, as conditions see it.</summary>
/// <param name="Rows">The input's columns, and those that it lacks, which are null.</param>
/// <param name="Own">The columns that the input has itself.</param>
/// <param name="Name">What the source column shows.</param>
internal sealed record UnifiedInput(Relation Rows, IReadOnlyList<PlanColumn> Own, string Name)
{
    /// <summary>The input with all columns of the union.</summary>
    public static UnifiedInput Of(NamedInput input, IEnumerable<PlanColumn> columns, SyntaxNode step)
    {
        var assignments = new List<Assignment>();
        var own = new List<PlanColumn>();
        foreach (var column in columns)
        {
            var match = input.Match(column.Name, column.Type);
            var assignment = match is null
                ? Columns.Missing(new PlanColumn(column.Name, column.Type), step.Span)
                : Columns.Rename(match, column.Name, step.Span);
            assignments.Add(assignment);
            if (match is not null)
                own.Add(assignment.Column);
        }

        return new UnifiedInput(Columns.Select(input.Relation, assignments, step.Span), own, input.Name);
    }

    /// <summary>The rows that match a search's condition.</summary>
    public Relation Matching(LoweringContext context, SyntaxNode condition, bool caseSensitive) => new Filter(
        Rows, new SearchCondition(context.Over(Rows), caseSensitive, Own).Lower(condition), condition.Span);
}
