using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Moves a filter over the left columns of an innerunique join before the join, as Kusto does: it then decides
/// which left row of a key is kept (docs/join-innerunique-03 of the recorded cases).
/// </summary>
internal sealed class InnerUniqueFilter : IPlanRule
{
    /// <inheritdoc/>
    public string Name => "filter before innerunique";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r is Filter filter ? Push(filter) : r).Rewrite(plan);

    private static Relation Push(Filter filter) => filter.Input switch
    {
        Join { Kind: JoinKind.InnerUnique } join when Reads(filter.Predicate, join.Left.Columns) =>
            join with { Left = new Filter(join.Left, filter.Predicate, filter.Span) },
        Project project when Unrenamed(filter.Predicate, project) is { } predicate
            && Push(new Filter(project.Input, predicate, filter.Span)) is var pushed and not Filter =>
            project with { Input = pushed },
        _ => filter,
    };

    private static bool Reads(Scalar predicate, IReadOnlyList<PlanColumn> columns) =>
        ScalarTree.Columns(predicate).All(columns.Contains) && !ScalarTree.All(predicate).Any(s => s is WindowCall);

    /// <summary>The predicate over a projection's input, where the projection only renames what it reads.</summary>
    private static Scalar? Unrenamed(Scalar predicate, Project project)
    {
        var sources = project.Assignments.ToDictionary(a => a.Column, a => a.Value);
        if (!ScalarTree.Columns(predicate).All(c => sources.GetValueOrDefault(c) is ColumnRef))
            return null;
        return ScalarTree.Rewrite(predicate, s => s is ColumnRef reference ? sources[reference.Column] : s);
    }
}
