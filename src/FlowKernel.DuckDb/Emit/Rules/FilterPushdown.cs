using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Moves conditions towards the tables, each one by itself: below projections, sorts, unions and joins. What arrives at
/// a table is tested while its file is read, against the least and greatest value of each row group first.
/// </summary>
internal sealed class FilterPushdown : IPlanRule
{
    /// <inheritdoc/>
    public string Name => "filter pushdown";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r is Filter filter ? Push(filter) : r).Rewrite(plan);

    private static Relation Push(Filter filter)
    {
        var kept = new List<Scalar>();
        var input = filter.Input;
        foreach (var condition in Conditions.Of(filter.Predicate))
        {
            var pushed = Conditions.IsOfRowAlone(condition) ? Below(input, condition) : null;
            if (pushed is null)
                kept.Add(condition);
            else
                input = pushed;
        }

        if (ReferenceEquals(input, filter.Input))
            return filter;
        return kept.Count == 0 ? input : new Filter(input, Conditions.All(kept), filter.Span);
    }

    /// <summary>The relation with the condition somewhere below its top; null where it cannot go there.</summary>
    private static Relation? Below(Relation relation, Scalar condition) => relation switch
    {
        Filter r when Below(r.Input, condition) is { } input => new Filter(input, r.Predicate, r.Span),
        Project r when CanPass(r) && Substitution.Into(r, condition) is { } moved =>
            r with { Input = At(r.Input, moved) },
        Sort r => new Sort(At(r.Input, condition), r.Keys, r.Span),
        Distinct r => new Distinct(At(r.Input, condition), r.Span),
        Join r => BelowJoin(r, condition),
        _ => null,
    };

    private static Relation At(Relation relation, Scalar condition) =>
        Below(relation, condition) ?? new Filter(relation, condition, condition.Span);

    private static Join? BelowJoin(Join join, Scalar condition)
    {
        if (KeepsLeft(join.Kind) && Reads(condition, join.Left))
            return join with { Left = At(join.Left, condition) };
        return KeepsRight(join.Kind) && Reads(condition, join.Right)
            ? join with { Right = At(join.Right, condition) }
            : null;
    }

    private static bool KeepsLeft(JoinKind kind) =>
        kind is JoinKind.Inner or JoinKind.LeftOuter or JoinKind.LeftSemi or JoinKind.LeftAnti;

    private static bool KeepsRight(JoinKind kind) =>
        kind is JoinKind.Inner or JoinKind.InnerUnique or JoinKind.RightOuter or JoinKind.RightSemi
            or JoinKind.RightAnti;

    private static bool Reads(Scalar condition, Relation side) =>
        ScalarTree.Columns(condition).All(side.Columns.Contains);

    // Fewer rows would change what row_number and its kin give to those that stay.
    private static bool CanPass(Project project) =>
        !project.Assignments.SelectMany(a => ScalarTree.All(a.Value)).Any(s => s is WindowCall);
}
