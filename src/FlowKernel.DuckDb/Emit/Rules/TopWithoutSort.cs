using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// <c>sort … | take n</c> becomes <c>top n by …</c>, also with projections between: the engine then keeps n rows, and
/// never holds all of them in order.
/// </summary>
internal sealed class TopWithoutSort : IPlanRule
{
    /// <inheritdoc/>
    public string Name => "top without full sort";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r is Take take ? Merged(take.Input, take) ?? take : r).Rewrite(plan);

    private static Relation? Merged(Relation input, Take take) => input switch
    {
        Sort sort => new Top(sort.Input, take.Count, sort.Keys, take.Span),
        Project project when project.Assignments.All(a => Conditions.IsOfRowAlone(a.Value))
            && Merged(project.Input, take) is { } top => project with { Input = top },
        _ => null,
    };
}
